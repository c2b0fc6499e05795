@NullMarked
package dev.countersign.http;

import org.jspecify.annotations.NullMarked;
