#ifndef HELP_H
#define HELP_H

/* What --help prints. */
extern const char help_text[];

#endif
