/* Layout for a display of columns x rows: sentences begin on a new row, rows break at blanks, a word longer
 * than a row is broken, and what does not fit ends with an ellipsis. Columns are code points. */
#ifndef PITH_WRAP_H
#define PITH_WRAP_H

#include "pith_io.h"
#include "pith_utf8.h"

typedef struct {
    const pith_sink *out;
    uint8_t *row;      /* bytes of the open row */
    size_t n;          /* how many */
    size_t word;       /* where the last word of the row begins */
    uint16_t columns, rows;
    uint16_t width;    /* code points in the row */
    uint16_t lead;     /* code points before `word` */
    uint16_t done;     /* rows written */
    uint8_t blank;     /* a blank stands before what comes next */
    uint8_t full;      /* the display is full, text was left out */
    pith_utf8 utf8;
} pith_wrap;

/* Bytes of the row's buffer: 4 for each column, and the line end. */
#define PITH_WRAP_BYTES(columns) (4 * (size_t)(columns) + 1)

/* `row` has PITH_WRAP_BYTES(columns); columns and rows are 1 or more. */
void pith_wrap_init(pith_wrap *w, const pith_sink *out, uint16_t columns, uint16_t rows, uint8_t *row);

/* Takes text whose blanks are folded (pith_io_emit), with a pith_wrap as port. Returns 0 or an error of `out`. */
int pith_wrap_write(void *wrap, const void *text, size_t n);

/* The sentence ends. Returns 0 or an error of `out`. */
int pith_wrap_end(pith_wrap *w);

#endif
