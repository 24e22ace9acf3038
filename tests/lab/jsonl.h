/* JSON lines: a row at a time from a file, decompressed on the way when its name ends in ".xz" (by the
 * command xz). Top-level members alone are looked up. Host only. */
#ifndef LAB_JSONL_H
#define LAB_JSONL_H

#include <stddef.h>
#include <stdio.h>

typedef struct {
    unsigned long row; /* number of the row that was read last, from 1 */
    /* private from here */
    FILE *file;
    int piped;
    char *line;
    size_t room;
} jsonl;

/* Returns 0, or -1 when the file cannot be opened. */
int jsonl_open(jsonl *j, const char *path);

/* Reads the next row that is not blank. Returns 1; 0 at the end of the file; -1 when the row is no
 * object (the next call goes on after it), or on an error of the file. Ends the program when memory is short. */
int jsonl_next(jsonl *j);

/* The member `key` of the row as UTF-8 on the heap, or a null pointer when it is missing or has another type. A list of
 * strings, or of objects with a member "text", is joined with newlines. */
char *jsonl_string(const jsonl *j, const char *key);

/* The i-th element of the list `key`, a string, on the heap; a null pointer past its end. */
char *jsonl_element(const jsonl *j, const char *key, size_t i);

/* The member `part` of the i-th element of the list `key`, an object: a string, or a number as text, on the heap; a null
 * pointer when it is missing. */
char *jsonl_part(const jsonl *j, const char *key, size_t i, const char *part);

/* Returns 0, or -1 when the reading failed (a missing or damaged file behind xz). */
int jsonl_close(jsonl *j);

/* malloc and realloc that end the program with a message when memory is short. */
void *lab_alloc(size_t n);
void *lab_realloc(void *p, size_t n);

#endif
