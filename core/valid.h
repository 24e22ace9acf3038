/* Is a state that comes from outside one that the core could have left? Layer 4.
 *
 * A state that was copied away may have been changed by whoever had it, so pith_resume and pith_names_resume believe none of it:
 * what follows from the options is set anew, caches are emptied, and the rest is looked through here. What passes may say
 * anything about a text, but every index, length and list in it stays within its table, and every list ends. */
#ifndef PI_VALID_H
#define PI_VALID_H

#include "word.h"

/* Does it read and write within itself, and within the bytes that it says were read? */
int pi_valid_cutter(const pi_cutter *c);

#endif
