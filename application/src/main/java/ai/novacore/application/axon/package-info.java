/** The bridge between the pure domain and Axon Framework 4.13; the only package that knows Axon. See docs/adr/0001. */
@NullMarked
package ai.novacore.application.axon;

import org.jspecify.annotations.NullMarked;
