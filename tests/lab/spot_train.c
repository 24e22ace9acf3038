/* Trains, measures and writes a tagger of names.
 *
 * usage: spot_train key=value...
 *   data=DIR classes=FILE joins=FILE lists=DIR|none   what to learn from
 *   hide=DIR                    the novels that litbank is from, in its order: what they brought in is unknown while they are learnt from
 *   words=N rows=N book=N       buckets of 8 words and of 8 features, rows of the book
 *   epochs=N rate=X decay=X least=N drop=X   training; drop2=X: while pruning and rounding
 *   silver=X web=X lit=X        factors of the weight of silver data, of unedited web text (uner) and of novels (litbank)
 *   label=FILE step=N news=FILE novels=FILE   labels plain texts: FILE.codes is for codes=, FILE.spans for selves=
 *   cap=X                       how many times more a capitalized word counts when words are chosen
 *   fold=0..4                   leaves every fifth document of wikigold and litbank out, and measures on it
 *   clean=1                     no silver data (gmb)
 * Of two values for a key the last counts.
 *   out=FILE name=NAME          writes the tables */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "spot_hide.h"
#include "spot_quant.h"
#include "spot_self.h"
#include "spot_words.h"

enum { DRAWN = 7 /* seed of the labels of plain texts */, NOVELS = 128 /* more than there are */ };

static double silver = 1, web = 1, lit = 1;

static const char *option(int argc, char **argv, const char *key, const char *none)
{
    size_t n = strlen(key);
    int i;

    for (i = argc - 1; i > 0; i--)
        if (strncmp(argv[i], key, n) == 0 && argv[i][n] == '=')
            return argv[i] + n + 1;
    return none;
}

enum { G = 1 << PI_NAME_GROUP, M = 1 << PI_NAME_MISC };

static const char crossner[] = "person=P,politician=P,scientist=P,writer=P,musicalartist=P,researcher=P,location=L,country=L,"
    "astronomicalobject=L,organisation=O,politicalparty=O,university=O,band=O,magazine=O,academicjournal=O,*=M1";

static const source sources[] = {
    { "uner_ewt.train.bio", "PER=P,LOC=L,ORG=O", 1, G | M, 0, 0, 0, 0, 0, 0, 0 },
    { "gum_named_clean.train.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, G, 0, 0, 0, 0, 0, 0, 1 },
    { "litbank_prop.train.bio", "PER=P,LOC=L,GPE=L,FAC=L,ORG=O,VEH=M", 1, G | M, 0, 1, 0, 0, 1, 1, 0 },
    { "wikigold.all.bio", "PER=P,LOC=L,ORG=O,MISC=M1", 1, 0, 0, 1, 0, 0, 0, 0, 0 },
    { "gmb_norm.train.bio.xz", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 0.3, M, 30, 0, 1, 0, 0, 0, 0 },
    { "europarl.en.bio", "PER=P,LOC=L,ORG=O,MISC=M1", 0.5, 0, 0, 0, 0, 0, 0, 0, 0 },
    { "btc.f.bio", "PER=P,LOC=L,ORG=O", 0.3, G | M, 5, 0, 0, 0, 0, 0, 0 },
    { "btc.g.bio", "PER=P,LOC=L,ORG=O", 0.3, G | M, 5, 0, 0, 0, 0, 0, 0 },
    { "wnut17.train.bio", "person=P,location=L,group=O,corporation=O,*=M", 0.3, G, 5, 0, 0, 0, 0, 0, 0 },
    { "crossner.ai.bio", crossner, 0.5, G, 5, 0, 0, 0, 0, 0, 0 },
    { "crossner.literature.bio", crossner, 0.5, G, 5, 0, 0, 0, 0, 0, 0 },
    { "crossner.music.bio", crossner, 0.5, G, 5, 0, 0, 0, 0, 0, 0 },
    { "crossner.politics.bio", crossner, 0.5, G, 5, 0, 0, 0, 0, 0, 0 },
    { "crossner.science.bio", crossner, 0.5, G, 5, 0, 0, 0, 0, 0, 0 },
    { "", "", 0.2, 0, 0, 0, 0, 0, 1, 0, 1 }, /* self-labelled texts */
    { "uner_ewt.dev.bio", "PER=P,LOC=L,ORG=O", 1, G | M, 0, 0, 0, 1, 0, 0, 0 },
    { "gum_named_clean.dev.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, G, 0, 0, 0, 1, 0, 0, 0 },
    { "gmb_norm.dev.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, 0, 0, 0, 1, 1, 0, 0, 0 }
};

enum { SOURCES = sizeof sources / sizeof *sources };

typedef struct {
    bio_set set[SOURCES][2]; /* by style */
    int fold, clean;
    const pi_spot_model *model; /* of its words */
    bucket_table words, fewer;  /* those; without what the document at hand has brought in */
    hidden hide[NOVELS];        /* that, of each novel */
    size_t hides;
} corpus;

/* Is the document kept for measuring? */
static int held(const corpus *c, int s, size_t doc) { return sources[s].dev || (sources[s].fold && (int)(doc % 5) == c->fold); }

static void evaluate(const corpus *c, walk *w, const crf *m)
{
    int s;
    size_t i;

    w->mode = m ? PREDICT : DEVICE;
    w->model = m;
    w->answers = NULL;
    for (s = 0; s < SOURCES; s++) {
        score sum;

        memset(&sum, 0, sizeof sum);
        w->score = &sum;
        w->from = sources + s;
        for (i = 0; i < c->set[s][0].n; i++)
            if (held(c, s, i))
                walk_doc(w, c->set[s][0].docs + i);
        if (sources[s].dev || (sources[s].fold && c->fold >= 0))
            print_score(sources[s].file, &sum);
    }
    w->score = NULL;
}

/* Walks through a document; if it is a piece of a novel, with a word table that does not know it. */
static void walk_with(corpus *c, walk *w, const bio_doc *d, size_t doc)
{
    pi_spot_model m = *c->model;

    if (w->from->novels && doc < c->hides) {
        hide(&c->fewer, &c->words, c->hide + doc);
        m.words = c->fewer.bytes;
    }
    w->k.model = &m;
    walk_doc(w, d);
    w->k.model = c->model;
}

static double factor_of(const source *s) { return s->novels ? lit : s->silver ? silver : strncmp(s->file, "uner", 4) == 0 ? web : 1; }

/* Every document that is not held; those with a number of `parity` (2: all). */
static void each_doc(corpus *c, walk *w, unsigned parity)
{
    int s, style;
    size_t i;

    for (s = 0; s < SOURCES; s++)
        for (style = 0; style < 2; style++)
            for (i = 0; i < c->set[s][style].n; i++)
                if (!held(c, s, i) && !(sources[s].silver && (c->clean || i / 2 % 2 == (size_t)style)) && (parity == 2 || i % 2 == parity)) {
                    w->from = sources + s;
                    w->factor = factor_of(sources + s);
                    walk_with(c, w, c->set[s][style].docs + i, i);
                }
}

static void train(crf *m, crf_data *d, int epochs, double rate, double decay)
{
    int e;

    crf_bind(m, d);
    for (e = 0; e < epochs; e++) {
        if (e + 1 == epochs)
            crf_average_from(m);
        fprintf(stderr, "loss %.4f\n", crf_train(m, d, rate * (e + 1 == epochs ? 0.3 : e + 2 == epochs ? 0.6 : 1.0), decay, (uint32_t)(e + 1)));
    }
    crf_average(m);
}

/* Labels of the training documents by models that have not seen them, for the memo. Feeds them in each_doc's order of
 * documents, by parity. */
static void cross_fit(corpus *c, walk *w, answers a[2], int epochs, double rate, double decay)
{
    unsigned p;

    memset(a, 0, 2 * sizeof *a);
    for (p = 0; p < 2; p++) {
        crf_data d;
        crf m;

        memset(&d, 0, sizeof d);
        w->mode = COLLECT;
        w->data = &d;
        w->answers = NULL;
        w->k.slots = 0;
        each_doc(c, w, 1 - p);
        crf_new(&m, &d, 3);
        train(&m, &d, epochs, rate, decay);
        w->mode = PREDICT;
        w->model = &m;
        w->answers = &a[p];
        each_doc(c, w, p);
        crf_free(&m);
        free(d.words);
        free(d.features);
        free(d.bound);
    }
}

/* Fills the table of what classes tell of fiction. */
static void tell_fiction(corpus *c, walk *w, uint8_t table[256])
{
    fiction_data d;

    memset(table, 128, 256); /* the walk itself looks at it */
    memset(&d, 0, sizeof d);
    w->mode = COUNT;
    w->fiction = &d;
    each_doc(c, w, 2);
    fiction_learn(&d, table);
    fiction_free(&d);
}

int main(int argc, char **argv)
{
    static walk w;
    static corpus c;
    static uint8_t fiction[256];
    pi_spot_model model;
    answers a[2];
    crf_data d;
    crf m;
    int s, style, epochs = atoi(option(argc, argv, "epochs", "6"));
    double rate = atof(option(argc, argv, "rate", "0.2")), decay = atof(option(argc, argv, "decay", "1e-5"));
    unsigned rows = (unsigned)atoi(option(argc, argv, "rows", "1950")), p;
    const char *out = option(argc, argv, "out", NULL), *data = option(argc, argv, "data", "."), *lists = option(argc, argv, "lists", ""),
               *selves = option(argc, argv, "selves", ""), *novels = option(argc, argv, "hide", "");

    crf_drop = atof(option(argc, argv, "drop", "0"));
    cap_worth = atof(option(argc, argv, "cap", "4"));
    w.seed = DRAWN;
    w.errors = atoi(option(argc, argv, "errors", "0"));
    silver = atof(option(argc, argv, "silver", "1"));
    lit = atof(option(argc, argv, "lit", "1"));
    web = atof(option(argc, argv, "web", "1"));
    c.fold = atoi(option(argc, argv, "fold", "-1"));
    c.clean = atoi(option(argc, argv, "clean", "0"));
    for (s = 0; s < SOURCES; s++)
        for (style = 0; style < 2; style++) {
            char path[1024];

            if (style && sources[s].dev)
                continue;
            if (!*sources[s].file) {
                if (*selves && style == 0)
                    read_spans(&c.set[s][0], selves);
                continue;
            }
            sprintf(path, "%s/%s", data, sources[s].file);
            bio_read(&c.set[s][style], path, sources[s].tags, style, sources[s].cut);
        }
    words_read(option(argc, argv, "classes", "classes.tsv"), option(argc, argv, "joins", "core/model/en.names"), lists,
               option(argc, argv, "codes", ""));
    words_table(&c.words, (uint16_t)atoi(option(argc, argv, "words", "2600")));
    memset(&model, 0, sizeof model);
    model.words = c.words.bytes;
    model.word_buckets = c.words.buckets;
    model.fiction = fiction;
    c.model = &model;
    w.k.model = &model;
    w.k.language = &pith_en;
    table_new(&c.fewer, c.words.buckets, PI_SPOT_WORD_BYTES);
    c.hides = *novels ? hide_texts(c.hide, NOVELS, novels) : 0;
    tell_fiction(&c, &w, fiction);
    cross_fit(&c, &w, a, 3, rate, decay);
    memset(&d, 0, sizeof d);
    w.mode = COLLECT;
    w.data = &d;
    w.k.slots = WALK_SLOTS;
    for (p = 0; p < 2; p++) {
        w.answers = &a[p];
        each_doc(&c, &w, p);
    }
    crf_new(&m, &d, (uint32_t)atoi(option(argc, argv, "least", "3")));
    fprintf(stderr, "%lu words, %lu features\n", (unsigned long)d.n, (unsigned long)m.n);
    train(&m, &d, epochs, rate, decay);
    if (atoi(option(argc, argv, "full", "1"))) {
        puts("all features:");
        evaluate(&c, &w, &m);
    }
    if (*option(argc, argv, "label", "")) {
        char codes[1024], spans[1024];

        sprintf(codes, "%s.codes", option(argc, argv, "label", ""));
        sprintf(spans, "%s.spans", option(argc, argv, "label", ""));
        label_all(&w, &m, (unsigned long)atoi(option(argc, argv, "step", "3")), option(argc, argv, "news", ""), option(argc, argv, "novels", ""), codes, spans);
    }
    if (atoi(option(argc, argv, "stop", "0")))
        return 0;
    crf_drop = atof(option(argc, argv, "drop2", "0.3"));
    crf_prune(&m, rows * 24u);
    train(&m, &d, 2, rate, decay);
    crf_prune(&m, rows * 12u);
    train(&m, &d, 2, rate, decay);
    crf_prune(&m, rows * 10u); /* some find their bucket full */
    train(&m, &d, 2, rate, decay);
    if (atoi(option(argc, argv, "full", "1"))) {
        puts("pruned:");
        evaluate(&c, &w, &m);
    }
    spot_quantize(&model, &m, &d, (uint16_t)rows, (unsigned)atoi(option(argc, argv, "book", "256")), rate, decay);
    w.k.slots = 128;
    puts("tables, memo of 128:");
    evaluate(&c, &w, NULL);
    if (out)
        spot_write(&model, (unsigned)atoi(option(argc, argv, "book", "256")), out, option(argc, argv, "name", "pi_en_names"));
    return 0;
}
