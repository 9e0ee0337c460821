package fr.badgesiae.api.platform.pdf;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** The bidirectional algorithm (UAX 9) for the layout, by ICU. */
final class VisualOrder implements BidiReorderer, BidiSplitter {
    private final Bidi bidi = new Bidi();

    /** From left to right, a mark comes before its letter: the glyphs of marks have no width and are drawn over what follows. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
        return ArabicForms.shape(text);
    }

    /** Asked for characters without a glyph only, which {@link Fonts} has replaced. */
    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    @Override
    public void setParagraph(String paragraph, byte direction) {
        bidi.setPara(paragraph, direction, null);
    }

    @Override
    public int countTextRuns() {
        return bidi.countRuns();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        BidiRun run = bidi.getVisualRun(index);
        return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return Bidi.getBaseDirection(paragraph);
    }
}
