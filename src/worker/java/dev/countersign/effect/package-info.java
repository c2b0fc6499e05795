/// What happens in the world once a person has approved it: the performers of effects, and the
/// rendering of e-mails. A performer accepts nothing but an approved action.
@NullMarked
package dev.countersign.effect;

import org.jspecify.annotations.NullMarked;
