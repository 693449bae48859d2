import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Asks veraPDF whether PDF files keep to one or more standards.
 *
 * <p>Usage: {@code java -cp JARS ValidatePdf.java 3a,ua1 FILE...}. One line a file and flavour goes to standard
 * output, in the order given, files outermost:
 *
 * <pre>
 * PASS 3a checks=28213 plan.pdf
 * FAIL ua1 checks=311 plan.pdf
 *   7.1-10 failed=1 DisplayDocTitle is not true
 * FAIL 3a checks=0 broken.pdf
 *   unreadable: Couldn't parse stream
 * </pre>
 *
 * <p>The indented lines name each failed clause with its test number, or the reason why there is no verdict.
 * The exit status is 0 when every line is a PASS, 1 when one is not, and 2 when nothing could be checked at all.
 */
public final class ValidatePdf {

    private static final int NOTHING_CHECKED = 2;

    private ValidatePdf() {}

    public static void main(String[] arguments) {
        // The JVM's own standard output follows the locale; file names are UTF-8 here whatever the locale says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length < 2) {
            System.err.println("usage: ValidatePdf FLAVOUR[,FLAVOUR...] FILE...");
            System.exit(NOTHING_CHECKED);
        }
        try {
            VeraGreenfieldFoundryProvider.initialise();
            boolean everyLinePasses = true;
            for (int file = 1; file < arguments.length; file++) {
                for (String flavour : arguments[0].split(",")) {
                    everyLinePasses &= report(out, arguments[file], flavour);
                }
            }
            out.flush();
            System.exit(everyLinePasses ? 0 : 1);
        } catch (Throwable trouble) {
            // A missing jar shows up as a linkage error, which the JVM itself would end with 1: the status of a FAIL.
            trouble.printStackTrace();
            System.exit(NOTHING_CHECKED);
        }
    }

    /** Prints the verdict on one file and one flavour, and says whether it passed. */
    private static boolean report(PrintStream out, String path, String flavourName) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourName);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("veraPDF knows no flavour " + flavourName);
        }
        try (InputStream bytes = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                return refuse(out, path, flavourName, "not finished: " + result.getJobEndStatus());
            }
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            out.printf("%s %s checks=%d %s\n", verdict, flavourName, result.getTotalAssertions(), path);
            failedClauses(result).values().forEach(clause -> out.printf("  %s\n", clause));
            return result.isCompliant();
        } catch (IOException | ModelParsingException | EncryptedPdfException | ValidationException reason) {
            return refuse(out, path, flavourName, "unreadable: " + reason.getMessage());
        }
    }

    private static boolean refuse(PrintStream out, String path, String flavourName, String reason) {
        out.printf("FAIL %s checks=0 %s\n  %s\n", flavourName, path, onOneLine(reason));
        return false;
    }

    /** One line a failed clause, with how often it failed, in the order of the clauses. */
    private static Map<String, String> failedClauses(ValidationResult result) {
        Map<String, String> lines = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String clause = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                int times = result.getFailedChecks().getOrDefault(assertion.getRuleId(), 1);
                String message = onOneLine(assertion.getMessage());
                lines.putIfAbsent(clause, String.format("%s failed=%d %s", clause, times, message));
            }
        }
        return lines;
    }

    private static String onOneLine(String text) {
        return text == null ? "no reason given" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
