/** Usage as screens show it. */
@NullMarked
package ai.novacore.application.quota.readmodel;

import org.jspecify.annotations.NullMarked;
