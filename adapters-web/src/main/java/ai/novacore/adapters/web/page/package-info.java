/** The web app: its pages, all of which are one document, and the files that it is made of. */
@NullMarked
package ai.novacore.adapters.web.page;

import org.jspecify.annotations.NullMarked;
