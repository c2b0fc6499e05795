/// The queue of jobs that a worker should take. A message says only which job; what is to be done
/// is read from the job's record.
@NullMarked
package dev.countersign.queue;

import org.jspecify.annotations.NullMarked;
