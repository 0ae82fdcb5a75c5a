package ai.novacore.adapters.persistence.keys;

import ai.novacore.domain.shared.UserId;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Makes, wraps and unwraps people's keys. A wrapped key is good for the person only whom it was wrapped for. */
final class WrappedKeys {
    static final Configuration CIPHERS = AeadConfig2026.get();

    private final MasterKeys masters;

    /**
     * A key as it may be kept.
     *
     * @param key in base64
     * @param master the name of the master key that wraps it
     */
    record Wrapped(String key, String master) {}

    WrappedKeys(MasterKeys masters) {
        this.masters = masters;
    }

    /** A new key for a person. */
    Wrapped generate(UserId person) {
        try {
            return wrap(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS), person);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made", e);
        }
    }

    /** The cipher of a wrapped key. */
    Aead unwrap(Wrapped wrapped, UserId person) {
        try {
            return handle(wrapped, person).getPrimitive(CIPHERS, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + person.value() + " cannot be unwrapped", e);
        }
    }

    /** The same key, wrapped by the master key of today. */
    Wrapped wrapAnew(Wrapped wrapped, UserId person) {
        try {
            return wrap(handle(wrapped, person), person);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + person.value() + " cannot be unwrapped", e);
        }
    }

    private Wrapped wrap(KeysetHandle key, UserId person) throws GeneralSecurityException {
        byte[] wrapped =
                TinkProtoKeysetFormat.serializeEncryptedKeyset(key, masters.wrapping(), about(person), CIPHERS);
        return new Wrapped(Base64.getEncoder().encodeToString(wrapped), masters.current());
    }

    private KeysetHandle handle(Wrapped wrapped, UserId person) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                Base64.getDecoder().decode(wrapped.key()),
                masters.unwrapping(wrapped.master()),
                about(person),
                CIPHERS);
    }

    /** What is bound to a ciphertext, so that it opens for this person only. */
    static byte[] about(UserId person) {
        return person.value().getBytes(StandardCharsets.UTF_8);
    }
}
