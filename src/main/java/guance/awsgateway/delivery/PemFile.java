package guance.awsgateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates or a key as text.
 *
 * @param setting that names the file, for errors
 */
record PemFile(String setting, Path path) {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    /**
     * @return one or more
     */
    List<Certificate> certificates() {
        try (InputStream in = Files.newInputStream(path)) {
            List<Certificate> all =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (all.isEmpty()) {
                throw wrong("holds no certificate");
            }
            return all;
        } catch (CertificateException e) {
            throw wrong("holds no certificate that can be read: " + e.getMessage());
        } catch (IOException e) {
            throw wrong("cannot be read: " + e);
        }
    }

    /** Its text is never part of an error. */
    PrivateKey key() {
        try {
            Matcher key = KEY.matcher(Files.readString(path, StandardCharsets.US_ASCII));
            if (!key.find()) {
                throw wrong(
                        "holds no key as PKCS#8 without a password; make it one by: openssl pkcs8"
                                + " -topk8 -nocrypt -in <old> -out <new>");
            }
            return key(Base64.getMimeDecoder().decode(key.group(1)));
        } catch (IOException e) {
            throw wrong("cannot be read: " + e);
        }
    }

    private PrivateKey key(byte[] encoded) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                // It is of another algorithm.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw wrong("holds a key that is neither RSA nor EC nor EdDSA");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("%s = %s: %s".formatted(setting, path, what));
    }
}
