@NullMarked
package ai.novacore.adapters.web;

import org.jspecify.annotations.NullMarked;
