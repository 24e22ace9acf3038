#include "help.h"
#include "pith_wrap.h"
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A descriptor that the caller closed must not become that of the next file: what is written to standard output
 * would go into it. It is opened the wrong way round, so that its use is an error. */
static void hold_descriptors(void)
{
    int fd;

    for (fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", fd ? O_RDONLY : O_WRONLY) < 0)
            return;
}

/* The text of one input. Returns 0 or an error with its message out. */
static int print(run *r, input *in, const char *path)
{
    switch (r->opt->mode) {
    case MODE_SENTENCES: return print_sentences(r, in);
    case MODE_ENTITIES: return print_entities(r, in);
    case MODE_MENTIONS: return print_mentions(r, in);
    case MODE_MARK: return print_mark(r, in);
    case MODE_JSON: return print_json(r, in, path);
    case MODE_JSONL: return print_jsonl(r, in);
    default: return print_plain(r, in);
    }
}

/* "==> NAME <==" before each of several texts, as head(1) does. */
static int heading(run *r, const char *name, int first)
{
    if (!first)
        output_text(&r->out, "\n");
    output_text(&r->out, "==> ");
    output_text(&r->out, name);
    return output_text(&r->out, " <==\n");
}

static int do_file(run *r, const char *path, int *headed)
{
    const options *o = r->opt;
    input in;
    int err;

    memset(&r->sum, 0, sizeof r->sum);
    r->names.mentions = r->names.entities = 0;
    clock_gettime(CLOCK_MONOTONIC, &r->sum.began);
    if ((err = input_open(&in, path, &r->out)) < 0)
        return err;
    if (o->nfiles > 1 && o->mode != MODE_JSON && o->mode != MODE_JSONL) {
        err = heading(r, in.name, !*headed);
        *headed = 1;
    }
    if (err == 0)
        err = print(r, &in, path);
    if (err == 0 && in.cut) {
        say(in.name, "is longer than 4 GiB: only so much was read");
        err = E_INPUT;
    }
    if (o->mode != MODE_JSONL)
        run_count(r);
    r->sum.malformed += in.u.bad;
    if (o->stats && (err == 0 || in.cut))
        print_stats(r, o->nfiles > 1 ? in.name : NULL);
    input_close(&in);
    return err;
}

static int allocate(run *r)
{
    const options *o = r->opt;

    r->cells = o->memory / sizeof *r->work;
    r->work = malloc(r->cells * sizeof *r->work);
    r->names.kinds = o->kinds;
    r->names.summary = run_names_alone(r) ? NULL : &r->p;
    r->names.cells = r->cells;
    r->names.work = r->work;
    if (r->work && o->names && !run_names_alone(r) && (r->names.work = malloc(r->cells * sizeof *r->work)) == NULL) {
        free(r->work);
        r->work = NULL;
    }
    if (r->work && o->columns && (o->mode == MODE_PLAIN || o->mode == MODE_ENTITIES)) {
        r->row = malloc(PITH_WRAP_BYTES(o->columns));
        if (!r->row) {
            free(r->work);
            r->work = NULL;
        }
    }
    if (!r->work)
        say(NULL, "no memory for a work area of %lu bytes: try a smaller --memory", (unsigned long)o->memory);
    return r->work ? 0 : -1;
}

/* The command; `r` is all zero, `o` is filled. Returns its exit status. */
static int command(run *r, options *o, int argc, char **argv)
{
    int i, headed = 0, status = EXIT_FINE;

    if (options_read(o, argc, argv) < 0)
        return EXIT_USAGE;
    r->opt = o;
    if (o->mode == MODE_HELP || o->mode == MODE_VERSION) {
        if (o->mode == MODE_HELP)
            help_print(&r->out);
        else
            output_text(&r->out, "pith " PITH_VERSION "\n");
        return output_close(&r->out) < 0 ? EXIT_IO : EXIT_FINE;
    }
    if (allocate(r) < 0)
        return EXIT_IO;
    for (i = 0; i < o->nfiles && !r->out.error; i++)
        if (do_file(r, o->files[i], &headed) < 0)
            status = EXIT_IO;
    if (output_close(&r->out) < 0)
        status = EXIT_IO;
    free(r->row);
    expand_end();
    if (r->names.work != r->work)
        free(r->names.work);
    free(r->work);
    return status;
}

int main(int argc, char **argv)
{
    static run r;
    options o;

    hold_descriptors();
    return command(&r, &o, argc, argv);
}
