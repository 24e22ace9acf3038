/* The command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "names.h"

enum mode { MODE_PLAIN, MODE_SENTENCES, MODE_MENTIONS, MODE_ENTITIES, MODE_MARK, MODE_JSON, MODE_JSONL, MODE_HELP, MODE_VERSION };

typedef struct {
    enum mode mode;
    pith_budget budget; /* with the default when none was given */
    int summary;        /* a summary is wanted; 0: keywords alone */
    unsigned keywords;  /* how many, or 0 */
    uint16_t columns;   /* of the display, or 0 */
    size_t memory;      /* bytes of work area */
    const char *query;  /* or null */
    int names;          /* NAMES_* */
    uint32_t kinds;     /* of these, as in names.h */
    int stats;
    char **files;
    int nfiles;
} options;

enum { MEMORY_DEFAULT = 64 * 1024, MEMORY_MIN = 4 * PITH_CELLS_MIN, MEMORY_MAX = 16 * 1024 * 1024,
       KEYWORDS_DEFAULT = 10, KEYWORDS_MAX = PITH_KEYWORDS_MAX };

/* Reads the command line; the files are moved to the front of argv. Returns 0, or -1 after a message. */
int options_read(options *o, int argc, char **argv);

#endif
