#include "run.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
    char text[2048];
    size_t n;
} page;

static void line(page *p, const char *what, uint64_t n, const char *unit)
{
    int k = snprintf(p->text + p->n, sizeof p->text - p->n, "%-19s %" PRIu64 "%s\n", what, n, unit);

    if (k > 0 && (size_t)k < sizeof p->text - p->n)
        p->n += (size_t)k;
}

static void decimal(page *p, const char *what, uint64_t whole, unsigned digits, uint64_t part, const char *unit)
{
    int k = snprintf(p->text + p->n, sizeof p->text - p->n, "%-19s %" PRIu64 ".%0*" PRIu64 "%s\n", what, whole,
                     (int)digits, part, unit);

    if (k > 0 && (size_t)k < sizeof p->text - p->n)
        p->n += (size_t)k;
}

void print_stats(run *r, const char *name)
{
    const tally *t = &r->sum;
    struct timespec now;
    uint64_t us, rate;
    page p;

    clock_gettime(CLOCK_MONOTONIC, &now);
    us = (uint64_t)((now.tv_sec - t->began.tv_sec) * 1000000 + (now.tv_nsec - t->began.tv_nsec) / 1000);
    rate = t->bytes * 10 / (us ? us : 1); /* bytes in a microsecond are MB/s */
    p.n = 0;
    line(&p, "bytes", t->bytes, "");
    line(&p, "words", t->words, "");
    line(&p, "sentences", t->sentences, "");
    if (r->opt->mode == MODE_JSONL) {
        line(&p, "lines", t->lines, "");
        line(&p, "bad lines", t->bad_lines, "");
    }
    line(&p, "malformed", t->malformed, "");
    line(&p, "cut words", t->cut_words, "");
    line(&p, "cut sentences", t->cut, "");
    line(&p, "dropped sentences", t->dropped, "");
    line(&p, "dropped terms", t->terms, "");
    line(&p, "unkept sentences", t->unkept, "");
    line(&p, "unkept keywords", t->keywords, "");
    line(&p, "unread bytes", t->unread, "");
    if (r->opt->names) {
        line(&p, "mentions", r->names.mentions, "");
        line(&p, "entities", r->names.entities, "");
        line(&p, "dropped entities", t->entities_dropped, "");
    }
    line(&p, "work area", r->cells * sizeof *r->work * (r->names.work != r->work && r->opt->names ? 2 : 1), " bytes");
    line(&p, "of it kept text", r->cells * sizeof *r->work / 100 * r->cfg.keep, " bytes");
    line(&p, "state", (run_names_alone(r) ? 0 : sizeof r->p) + (r->opt->names ? sizeof r->names.p : 0), " bytes");
    decimal(&p, "time", us / 1000000, 6, us % 1000000, " s");
    decimal(&p, "speed", rate / 10, 1, rate % 10, " MB/s");
    if (name)
        say(name, "statistics");
    write_all(STDERR_FILENO, p.text, p.n);
}
