package ai.novacore.application.shared;

/** Links into the web app, as mails carry them. */
public final class WebLink {

    private WebLink() {}

    /**
     * @param publicUrl where the web app is found, with or without a slash at its end
     * @param page the path, with a slash at its start
     */
    public static String to(String publicUrl, String page) {
        return (publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl) + page;
    }
}
