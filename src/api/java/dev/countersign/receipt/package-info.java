/// A job's whole story as one signed file: what is in it, and the keys that sign it. Only puts
/// together what is stored; checks nothing, which is the business of who gets the file.
@NullMarked
package dev.countersign.receipt;

import org.jspecify.annotations.NullMarked;
