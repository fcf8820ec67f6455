package guance.awsgateway.delivery;

import guance.awsgateway.settings.GuanceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom the collector trusts as the receiver, and what it shows of itself. */
final class GuanceTls {

    /** Of key stores that are never written. */
    private static final char[] NO_PASSWORD = {};

    private final SSLContext tls;

    /**
     * Reads the files once.
     *
     * @throws IllegalArgumentException for one that does not hold what it should
     */
    GuanceTls(GuanceSettings guance) {
        TrustManager[] trusted =
                guance.caFile()
                        .map(path -> new PemFile("guance.ca-file", path).certificates())
                        .map(GuanceTls::trust)
                        .orElse(null);
        KeyManager[] shown =
                guance.clientCertificateFile()
                        .map(path -> show(path, guance.clientKeyFile().orElseThrow()))
                        .orElse(null);
        try {
            tls = SSLContext.getInstance("TLS");
            tls.init(shown, trusted, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrustManager[] trust(List<Certificate> authorities) {
        try {
            KeyStore store = empty();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] show(Path certificateFile, Path keyFile) {
        PemFile certificate = new PemFile("guance.client-certificate-file", certificateFile);
        PemFile key = new PemFile("guance.client-key-file", keyFile);
        try {
            KeyStore store = empty();
            Certificate[] chain = certificate.certificates().toArray(Certificate[]::new);
            store.setKeyEntry("client", key.key(), NO_PASSWORD, chain);
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext context() {
        return tls;
    }
}
