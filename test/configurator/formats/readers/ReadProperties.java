import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;

/** Reads one base64 text a line as java.util.Properties does; prints its pairs, in base64, on one line. */
public class ReadProperties {
  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    StringBuilder output = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(Base64.getDecoder().decode(line)));
      for (String key : properties.stringPropertyNames()) {
        output.append(pack(key)).append(':').append(pack(properties.getProperty(key))).append(' ');
      }
      output.append('\n');
    }
    System.out.print(output);
  }

  private static String pack(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
