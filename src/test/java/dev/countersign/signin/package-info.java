@NullMarked
package dev.countersign.signin;

import org.jspecify.annotations.NullMarked;
