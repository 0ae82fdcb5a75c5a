package ai.novacore.adapters.persistence.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that wrap people's keys: the first wraps, all unwrap, so that one can take the place of another. */
public final class MasterKeys {
    private static final int BYTES = 32;
    private static final int FEWEST_DIFFERENT_BYTES = 12;
    private static final int NAME_BYTES = 8;

    private final Map<String, Aead> keys = new LinkedHashMap<>();
    private final String current;

    private MasterKeys(String[] texts) {
        for (String text : texts) {
            byte[] key = bytes(text.strip());
            if (keys.put(nameOf(key), cipher(key)) != null) {
                throw new IllegalArgumentException("must not name one key twice");
            }
        }
        this.current = keys.keySet().iterator().next();
    }

    /**
     * Reads keys of 32 random bytes in base64, by comma.
     *
     * @throws IllegalArgumentException saying what they should be, when they are not; never repeats them
     */
    public static MasterKeys parse(String setting) {
        return new MasterKeys(setting.split(",", -1));
    }

    /** A new key, as {@link #parse} reads it. */
    public static String generate() {
        return Base64.getEncoder().encodeToString(Random.randBytes(BYTES));
    }

    private static byte[] bytes(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be base64");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException("must be 32 bytes, each of several");
        }
        Set<Integer> different = new HashSet<>();
        for (byte one : key) {
            different.add((int) one);
        }
        if (different.size() < FEWEST_DIFFERENT_BYTES) {
            throw new IllegalArgumentException("repeats itself: take random bytes");
        }
        return key;
    }

    /** Tells keys apart and nothing about them: the bytes are random, so nobody finds them from their digest. */
    private static String nameOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AccessesPartialKey // the bytes are given from outside
    private static Aead cipher(byte[] bytes) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(Variant.NO_PREFIX)
                    .build();
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(WrappedKeys.CIPHERS, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The cipher cannot be used", e);
        }
    }

    /** The name of the key that wraps. */
    String current() {
        return current;
    }

    Set<String> names() {
        return keys.keySet();
    }

    Aead wrapping() {
        return unwrapping(current);
    }

    /**
     * The key of this name.
     *
     * @throws WrongMasterKeyException when it is not among these
     */
    Aead unwrapping(@Nullable String name) {
        Aead key = keys.get(name);
        if (key == null) {
            throw new WrongMasterKeyException();
        }
        return key;
    }

    /** Shows names only. */
    @Override
    public String toString() {
        return "MasterKeys" + keys.keySet();
    }
}
