#ifndef HELP_H
#define HELP_H

#include "output.h"

/* Writes what --help prints. */
void help_print(output *out);

#endif
