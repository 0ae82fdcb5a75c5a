package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.input.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The bodies that requests about accounts have. None shows its secrets in logs. */
final class AuthRequests {
    private static final String MISSING = "is missing";

    private AuthRequests() {}

    /** How long a password has to be is a rule of the application, which says why it refuses one. */
    @Schema(name = "RegisterRequest")
    record Register(
            @NotNull(message = MISSING) @PlainText(max = 254)
            String email,

            @NotNull(message = MISSING) @PlainText(max = 1024) @Schema(minLength = 12, maxLength = 128)
            String password,

            @NotNull(message = MISSING) @PlainText(max = 80, notBlank = true)
            String displayName,

            @PlainText(max = 80) @Nullable String invitation) {
        @Override
        public String toString() {
            return "Register[…]";
        }
    }

    /** {@code session} says where the refresh token goes. A password of any length is compared, whole. */
    @Schema(name = "LoginRequest")
    record Login(
            @NotNull(message = MISSING) @PlainText(max = 254)
            String email,

            @NotNull(message = MISSING) @PlainText(max = 1024)
            String password,

            @Schema(allowableValues = {"token", "cookie"}) @Nullable String session) {
        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /** Absent when the token comes in the cookie. */
    @Schema(name = "RefreshRequest")
    record Refresh(@PlainText(max = 512) @Nullable String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[…]";
        }
    }

    @Schema(name = "ForgotPasswordRequest")
    record ForgotPassword(
            @NotNull(message = MISSING) @PlainText(max = 254)
            String email) {
        @Override
        public String toString() {
            return "ForgotPassword[…]";
        }
    }

    @Schema(name = "ResetPasswordRequest")
    record ResetPassword(
            @NotNull(message = MISSING) @PlainText(max = 512, notBlank = true)
            String token,

            @NotNull(message = MISSING) @PlainText(max = 1024) @Schema(minLength = 12, maxLength = 128)
            String newPassword) {
        @Override
        public String toString() {
            return "ResetPassword[…]";
        }
    }

    @Schema(name = "ChangePasswordRequest")
    record ChangePassword(
            @NotNull(message = MISSING) @PlainText(max = 1024)
            String currentPassword,

            @NotNull(message = MISSING) @PlainText(max = 1024) @Schema(minLength = 12, maxLength = 128)
            String newPassword) {
        @Override
        public String toString() {
            return "ChangePassword[…]";
        }
    }

    @Schema(name = "ProfileRequest")
    record Profile(
            @NotNull(message = MISSING) @PlainText(max = 80, notBlank = true)
            String displayName) {}

    @Schema(name = "EraseAccountRequest")
    record Erase(
            @NotNull(message = MISSING) @PlainText(max = 1024)
            String password) {
        @Override
        public String toString() {
            return "Erase[…]";
        }
    }
}
