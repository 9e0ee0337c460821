"""Writes the fonts of documents from those of Debian (fonts-noto-core, fonts-wqy-microhei); needs python3-fonttools.

python3 make.py NOTO_FOLDER MICROHEI_FILE OUT_FOLDER

Hinting and layout tables are left out. Each contextual form of an Arabic letter gets a code point of its own in the private use
area: U+E000 + 4 x (letter - U+0600) + form (0 isolated, 1 initial, 2 medial, 3 final); lam-alef ligatures stand in
U+EC00 + 2 x (index of the alef) + (0 isolated, 1 final). ArabicForms reads the same arrangement.
"""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

NOTO, MICROHEI, OUT = sys.argv[1:4]
span = lambda *pairs: {c for low, high in pairs for c in range(low, high + 1)}
PUNCTUATION = span((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x205E))
LATIN = PUNCTUATION | span((0x100, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1FFF),
                           (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x2193), (0x2212, 0x2212))
FORMS = {'isol': 0, 'init': 1, 'medi': 2, 'fina': 3}
LAM, ALEFS = 0x644, [0x622, 0x623, 0x625, 0x627]


def lookups(font, feature):
    gsub = font['GSUB'].table
    for record in gsub.ScriptList.ScriptRecord:
        if record.ScriptTag == 'arab':
            langsys = record.Script.DefaultLangSys
            for index in langsys.FeatureIndex:
                found = gsub.FeatureList.FeatureRecord[index]
                if found.FeatureTag == feature:
                    for lookup in found.Feature.LookupListIndex:
                        for table in gsub.LookupList.Lookup[lookup].SubTable:
                            yield getattr(table, 'ExtSubTable', table)


def arabic(font):
    cmap = font.getBestCmap()
    extra = {}
    reached = {}
    for feature, form in FORMS.items():
        single = {}
        for table in lookups(font, feature):
            single.update(getattr(table, 'mapping', {}))
        for code, glyph in cmap.items():
            if 0x600 <= code <= 0x77F:
                reached[code, form] = single.get(glyph, glyph)
                extra[0xE000 + 4 * (code - 0x600) + form] = single.get(glyph, glyph)
    ligatures = {}
    for feature in ('rlig', 'liga'):
        for table in lookups(font, feature):
            for first, sets in getattr(table, 'ligatures', {}).items():
                for one in sets:
                    ligatures[(first, *one.Component)] = one.LigGlyph
    for index, alef in enumerate(ALEFS):
        for final in (0, 1):
            pair = (reached[LAM, 2 if final else 1], reached[alef, 3])
            found = ligatures[pair]
            extra[0xEC00 + 2 * index + final] = found
    return extra


def write(source, target, codes, extra=None):
    font = TTFont(source, fontNumber=0)
    extra = extra(font) if extra else {}
    for table in font['cmap'].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update(extra)
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=['*'], glyph_names=False, legacy_cmap=False,
                             drop_tables=['GSUB', 'GPOS', 'GDEF', 'DSIG', 'FFTM', 'vhea', 'vmtx', 'VORG'])
    made = subset.Subsetter(options)
    made.populate(unicodes=codes | set(extra))
    made.subset(font)
    font.save(f'{OUT}/{target}')


for weight in ('Regular', 'Bold'):
    write(f'{NOTO}/NotoSans-{weight}.ttf', f'NotoSans-{weight}.ttf', LATIN)
    write(f'{NOTO}/NotoSansArabic-{weight}.ttf', f'NotoSansArabic-{weight}.ttf', span((0x600, 0x77F), (0x200C, 0x200D)), arabic)
    write(f'{NOTO}/NotoSansHebrew-{weight}.ttf', f'NotoSansHebrew-{weight}.ttf', span((0x591, 0x5F4)))
    write(f'{NOTO}/NotoSansArmenian-{weight}.ttf', f'NotoSansArmenian-{weight}.ttf', span((0x531, 0x58F)))
    write(f'{NOTO}/NotoSansGeorgian-{weight}.ttf', f'NotoSansGeorgian-{weight}.ttf', span((0x10A0, 0x10FF), (0x1C90, 0x1CBF)))
    write(f'{NOTO}/NotoSansEthiopic-{weight}.ttf', f'NotoSansEthiopic-{weight}.ttf', span((0x1200, 0x139F)))
write(f'{NOTO}/NotoSansTifinagh-Regular.ttf', 'NotoSansTifinagh-Regular.ttf', span((0x2D30, 0x2D7F)))
write(MICROHEI, 'WenQuanYiMicroHei.ttf', span((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20000, 0x2FFFF)))
