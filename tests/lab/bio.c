#define _POSIX_C_SOURCE 200809L
#include "bio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_model.h"

enum { LINE = 4096, WHOLE = 60, PIECE = 30 /* bio_f1.py cuts a single document of over 60 sentences into 30 */ };

typedef struct {
    bio_doc doc;
    size_t room, span_room;
    unsigned sentences;
    int style, quote, tight; /* inside quotes; the next token follows without a blank */
} builder;

static void put(builder *b, const char *s, size_t n)
{
    if (b->doc.length + n + 1 > b->room) {
        b->room = 2 * (b->doc.length + n) + 1024;
        b->doc.text = lab_realloc(b->doc.text, b->room);
    }
    memcpy(b->doc.text + b->doc.length, s, n);
    b->doc.length += n;
    b->doc.text[b->doc.length] = 0;
}

static int any_of(const char *token, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(token, *list) == 0)
            return 1;
    return 0;
}

/* Puts the blank that belongs before a token. */
static void put_gap(builder *b, const char *token, int first)
{
    static const char *const left[] = { ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "'S", "'m", "n't", "'re",
                                        "'ve", "'ll", "'d", "'", "''", "...", "\xe2\x80\x99", "\xe2\x80\x99s", "\xe2\x80\x9d", "-", "/", NULL };
    static const char *const right[] = { "(", "[", "{", "$", "\xc2\xa3", "#", "``", "\xe2\x80\x9c", "\xe2\x80\x98", "-", "/", "@", NULL };
    int quote = strcmp(token, "\"") == 0;

    if (first) {
        if (b->doc.length)
            put(b, b->style == BIO_BLANKS || b->sentences % 4 == 0 ? "\n\n" : " ", b->style == BIO_BLANKS || b->sentences % 4 == 0 ? 2 : 1);
        b->quote = 0;
    } else if (b->style == BIO_BLANKS || !(b->tight || any_of(token, left) || (quote && b->quote))) {
        put(b, " ", 1);
    }
    b->tight = any_of(token, right) || (quote && !b->quote);
    b->quote ^= quote;
}

static bio_span meaning(const char *tags, const char *tag)
{
    bio_span s = { 0, 0, 0, 255, 0 };
    size_t n = strlen(tag);
    const char *p = tags;
    static const char letters[] = "PLOGM";

    while (*p) {
        const char *e = strchr(p, '='), *kind;

        if (((size_t)(e - p) == n && memcmp(p, tag, n) == 0) || *p == '*') {
            kind = strchr(letters, e[1]);
            if (kind) {
                s.gold = (uint8_t)(kind - letters);
                s.kinds = (uint8_t)(1u << s.gold);
                if (e[2] == '1')
                    s.kinds |= 0x80; /* perhaps a group: settled at its end */
            }
            return s;
        }
        p = strchr(e, ',');
        if (!p)
            break;
        p++;
    }
    return s;
}

static void end_span(bio_doc *d, int words)
{
    bio_span *s = d->spans + d->nspans - 1;

    if (s->kinds & 0x80)
        s->kinds = (uint8_t)((s->kinds & 0x7F) | (words == 1 ? 1 << PI_NAME_GROUP : 0));
}

static void end_doc(bio_set *set, builder *b)
{
    if (b->doc.length) {
        set->docs = lab_realloc(set->docs, (set->n + 1) * sizeof *set->docs);
        set->docs[set->n++] = b->doc;
    }
    memset(&b->doc, 0, sizeof b->doc);
    b->room = b->span_room = b->sentences = 0;
}

static void token(builder *b, const char *word, const char *tag, const char *tags, int first, int *words)
{
    put_gap(b, word, first);
    if (tag[0] == 'B') {
        if (b->doc.nspans == b->span_room) {
            b->span_room = 2 * b->span_room + 64;
            b->doc.spans = lab_realloc(b->doc.spans, b->span_room * sizeof *b->doc.spans);
        }
        b->doc.spans[b->doc.nspans] = meaning(tags, tag + 2);
        b->doc.spans[b->doc.nspans++].from = (uint32_t)b->doc.length;
        *words = 0;
    }
    put(b, word, strlen(word));
    if (tag[0] == 'B' || (tag[0] == 'I' && *words)) {
        b->doc.spans[b->doc.nspans - 1].to = (uint32_t)b->doc.length;
        ++*words;
    } else {
        *words = 0;
    }
}

/* Number of documents and sentences that the file marks. */
static void survey(FILE *f, unsigned *docs, unsigned *sentences)
{
    char line[LINE];
    int within = 0;

    *docs = *sentences = 0;
    while (fgets(line, sizeof line, f)) {
        if (strncmp(line, "-DOCSTART-", 10) == 0) {
            ++*docs;
        } else if (line[0] == '\n') {
            within = 0;
        } else if (!within) {
            within = 1;
            ++*sentences;
        }
    }
}

static FILE *open_any(const char *path)
{
    size_t n = strlen(path);
    char cmd[1024];
    FILE *f;

    if (n > 3 && strcmp(path + n - 3, ".xz") == 0 && n < sizeof cmd - 16) {
        sprintf(cmd, "xz -dc '%s'", path);
        f = popen(cmd, "r");
    } else {
        f = fopen(path, "r");
    }
    if (!f) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(1);
    }
    return f;
}

void bio_read(bio_set *set, const char *path, const char *tags, int style, unsigned cut)
{
    builder b = { { NULL, 0, NULL, 0 }, 0, 0, 0, 0, 0, 0 };
    char line[LINE];
    int first = 1, words = 0;
    FILE *f = open_any(path);
    unsigned docs, sentences;

    memset(set, 0, sizeof *set);
    survey(f, &docs, &sentences);
    fclose(f);
    if (cut == 0 && docs <= 1 && sentences > WHOLE)
        cut = PIECE;
    f = open_any(path);
    b.style = style;
    while (fgets(line, sizeof line, f)) {
        char *tag = strrchr(line, '\t'), *end = line + strcspn(line, "\r\n");

        *end = 0;
        if (strncmp(line, "-DOCSTART-", 10) == 0) {
            end_doc(set, &b);
            first = 1;
        } else if (!tag) {
            if (words)
                end_span(&b.doc, words);
            words = 0;
            if (!first && ++b.sentences == cut && cut)
                end_doc(set, &b);
            first = 1;
        } else {
            int open = words;

            *tag++ = 0;
            if (open && tag[0] != 'I')
                end_span(&b.doc, open);
            token(&b, line, tag, tags, first, &words);
            first = 0;
        }
    }
    if (words)
        end_span(&b.doc, words);
    end_doc(set, &b);
    fclose(f);
}
