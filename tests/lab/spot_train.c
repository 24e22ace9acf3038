/* Trains, measures and writes a tagger of names.
 *
 * usage: spot_train key=value...
 *   data=DIR classes=FILE joins=FILE lists=DIR|none   what to learn from
 *   words=N rows=N book=N       buckets of 8 words and of 8 features, rows of the book
 *   epochs=N rate=X decay=X least=N   training
 *   fold=0..4                   leaves every fifth document of wikigold and litbank out, and measures on it
 *   clean=1                     no silver data (gmb)
 *   out=FILE name=NAME          writes the tables */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bio.h"
#include "crf.h"
#include "jsonl.h"
#include "lex.h"
#include "sent.h"
#include "spot_quant.h"
#include "spot_words.h"

extern const pith_model pith_en;

enum { SLOTS = 512 };

static double silver = 1;

static const char *option(int argc, char **argv, const char *key, const char *none)
{
    size_t n = strlen(key);
    int i;

    for (i = 1; i < argc; i++)
        if (strncmp(argv[i], key, n) == 0 && argv[i][n] == '=')
            return argv[i] + n + 1;
    return none;
}

#define CROSS(people, places, orgs) people places orgs "*=M1"

/* unmarked: kinds that the source leaves unmarked, a bit each. */
typedef struct {
    const char *file, *tags;
    double weight;
    uint8_t unmarked;
    unsigned cut;
    char fold, silver, dev;
} source;

enum { G = 1 << PI_NAME_GROUP, M = 1 << PI_NAME_MISC };

static const char crossner[] = "person=P,politician=P,scientist=P,writer=P,musicalartist=P,researcher=P,location=L,country=L,"
    "astronomicalobject=L,organisation=O,politicalparty=O,university=O,band=O,magazine=O,academicjournal=O,*=M1";

static const source sources[] = {
    { "uner_ewt.train.bio", "PER=P,LOC=L,ORG=O", 1, G | M, 0, 0, 0, 0 },
    { "gum_named_clean.train.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, G, 0, 0, 0, 0 },
    { "litbank_prop.train.bio", "PER=P,LOC=L,GPE=L,FAC=L,ORG=O,VEH=M", 1, G | M, 0, 1, 0, 0 },
    { "wikigold.all.bio", "PER=P,LOC=L,ORG=O,MISC=M1", 1, 0, 0, 1, 0, 0 },
    { "gmb_norm.train.bio.xz", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 0.3, M, 30, 0, 1, 0 },
    { "europarl.en.bio", "PER=P,LOC=L,ORG=O,MISC=M1", 0.5, 0, 0, 0, 0, 0 },
    { "btc.f.bio", "PER=P,LOC=L,ORG=O", 0.3, G | M, 5, 0, 0, 0 },
    { "btc.g.bio", "PER=P,LOC=L,ORG=O", 0.3, G | M, 5, 0, 0, 0 },
    { "wnut17.train.bio", "person=P,location=L,group=O,corporation=O,*=M", 0.3, G, 5, 0, 0, 0 },
    { "crossner.ai.bio", crossner, 0.5, G, 5, 0, 0, 0 },
    { "crossner.literature.bio", crossner, 0.5, G, 5, 0, 0, 0 },
    { "crossner.music.bio", crossner, 0.5, G, 5, 0, 0, 0 },
    { "crossner.politics.bio", crossner, 0.5, G, 5, 0, 0, 0 },
    { "crossner.science.bio", crossner, 0.5, G, 5, 0, 0, 0 },
    { "", "", 0.2, 0, 0, 0, 0, 0 }, /* self-labelled texts */
    { "uner_ewt.dev.bio", "PER=P,LOC=L,ORG=O", 1, G | M, 0, 0, 0, 1 },
    { "gum_named_clean.dev.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, G, 0, 0, 0, 1 },
    { "gmb_norm.dev.bio", "PER=P,LOC=L,ORG=O,NORP=G,MISC=M,*=X", 1, 0, 0, 0, 1, 1 }
};

enum { SOURCES = sizeof sources / sizeof *sources };

typedef struct witness witness;
static void count_words(const pi_spot *s, witness *table);

/* What becomes of an island. */
enum { COLLECT, PREDICT, DEVICE };

typedef struct {
    uint8_t *labels; /* predicted, of every word of an island in order of the text */
    size_t n, room, read;
} answers;

typedef struct {
    unsigned long right[PI_SPOT_KINDS], found[PI_SPOT_KINDS], gold[PI_SPOT_KINDS];
} score;

typedef struct {
    int mode;
    pi_spotter k;
    pi_spot spot;
    pi_spot_memo memo[SLOTS];
    const source *from;
    const bio_doc *doc;
    const crf *model;
    crf_data *data;
    answers *answers; /* written by PREDICT, read by COLLECT */
    score *score;
    witness *table;
    FILE *spans;
} walk;

/* The span that a word of an island is in, or a null pointer. */
static const bio_span *span_at(const bio_doc *d, uint32_t offset)
{
    size_t i;

    for (i = 0; i < d->nspans; i++)
        if (d->spans[i].from <= offset && offset < d->spans[i].to)
            return d->spans + i;
    return NULL;
}

/* What may follow a name's last word within its span, or be left out after a found one: 's and signs. */
static int only_tail(const char *s, size_t n)
{
    while (n) {
        size_t k = n > 1 && s[0] == '\'' && s[1] == 's' ? 2 : n > 3 && memcmp(s, "\xe2\x80\x99s", 4) == 0 ? 4
                 : n > 2 && memcmp(s, "\xe2\x80\x99", 3) == 0 ? 3 : n > 2 && memcmp(s, "\xe2\x80\x9d", 3) == 0 ? 3
                 : strchr(".,;:!?)'\"]", s[0]) ? 1 : 0;

        if (k == 0)
            return 0;
        s += k;
        n -= k;
    }
    return 1;
}

static uint32_t labels_of(uint8_t kinds, int part)
{
    uint32_t set = 0;
    int k;

    for (k = 0; k < PI_SPOT_KINDS; k++)
        if (kinds >> k & 1)
            set |= UINT32_C(1) << (1 + 4 * k + part);
    return set;
}

/* Right labels of the words of the island, as sets. */
static void truth(const walk *w, uint32_t *right)
{
    const pi_spot *s = &w->spot;
    uint8_t i, j;
    uint32_t outside = 1;
    int p;

    for (p = 0; p < 4; p++)
        outside |= labels_of(w->from->unmarked, p);
    for (i = s->from; i <= s->last; i = j) {
        const bio_span *g = span_at(w->doc, s->w[i].offset);
        const pi_spot_word *e;
        int fits;

        for (j = (uint8_t)(i + 1); j <= s->last && span_at(w->doc, s->w[j].offset) == g && g; j++)
            ;
        if (g == NULL || g->kinds == 0) {
            right[i - s->from] = outside;
            if (g)
                for (; i < j; i++)
                    right[i - s->from] = outside;
            continue;
        }
        e = s->w + j - 1;
        fits = s->w[i].offset == g->from && g->to >= e->offset + e->length
             && only_tail(w->doc->text + e->offset + e->length, g->to - e->offset - e->length);
        for (p = i; p < j; p++)
            right[p - s->from] = !fits ? UINT32_C(0x1FFFFF)
                               : labels_of(g->kinds, j - i == 1 ? PI_SPOT_U : p == i ? PI_SPOT_B : p == j - 1 ? PI_SPOT_L : PI_SPOT_I);
    }
}

static uint32_t may_of(const pi_spot_word *w)
{
    uint32_t set = 0;
    uint8_t l;

    for (l = 0; l < PI_SPOT_LABELS; l++)
        set |= (uint32_t)(pi_spot_may(w, l) != 0) << l;
    return set;
}

static void predict(walk *w)
{
    pi_spot *s = &w->spot;
    float sum[PI_SPOT_ISLAND][PI_SPOT_LABELS];
    uint32_t may[PI_SPOT_ISLAND], f[PI_SPOT_FEATURES];
    uint8_t label[PI_SPOT_ISLAND], i, n;

    for (i = s->from; i <= s->last; i++) {
        n = pi_spot_features(s, i, f);
        crf_score(w->model, f, n, sum[i - s->from]);
        may[i - s->from] = may_of(s->w + i);
    }
    crf_label((const float(*)[PI_SPOT_LABELS])sum, may, (size_t)(s->last - s->from + 1), label);
    for (i = s->from; i <= s->last; i++)
        s->w[i].label = label[i - s->from];
}

static void collect(walk *w)
{
    pi_spot *s = &w->spot;
    uint32_t right[PI_SPOT_ISLAND], f[PI_SPOT_FEATURES];
    uint8_t i, n;

    truth(w, right);
    for (i = s->from; i <= s->last; i++) {
        n = pi_spot_features(s, i, f);
        crf_add(w->data, f, n, may_of(s->w + i), right[i - s->from], (float)(w->from->silver ? w->from->weight * silver : w->from->weight), i == s->last);
    }
    for (i = s->from; i <= s->last; i++)
        s->w[i].label = w->answers ? w->answers->labels[w->answers->read++] : 0;
}

static void measure(walk *w)
{
    pi_name name;

    while (pi_spot_fetch(&w->spot, &name)) {
        const bio_span *g = span_at(w->doc, name.offset);
        uint32_t to = name.offset + name.length;

        w->score->found[name.kind]++;
        if (g && g->from == name.offset && g->gold == name.kind && g->to >= to
            && only_tail(w->doc->text + to, g->to - to))
            w->score->right[name.kind]++;
        else if (g && g->from == name.offset && g->gold == name.kind && g->to + 1 == to)
            w->score->right[name.kind]++;
    }
}

static void island(walk *w)
{
    const pi_spot *s = &w->spot;
    uint8_t i;

    if (w->mode == COLLECT)
        collect(w);
    else if (w->mode == PREDICT)
        predict(w);
    else
        pi_spot_label(&w->k);
    if (w->mode == PREDICT && w->answers)
        for (i = s->from; i <= s->last; i++) {
            answers *a = w->answers;

            if (a->n == a->room)
                a->labels = lab_realloc(a->labels, a->room = 2 * a->room + 65536);
            a->labels[a->n++] = s->w[i].label;
        }
    pi_spot_tell(&w->k);
    if (w->score)
        measure(w);
    if (w->table)
        count_words(s, w->table);
    if (w->spans) {
        pi_name name;

        while (pi_spot_fetch(&w->spot, &name))
            fprintf(w->spans, "S %lu %lu %u\n", (unsigned long)name.offset, (unsigned long)(name.offset + name.length), name.kind);
    }
}

/* Tokens and sentences as the core makes them: see take() in core/read.c. */
static void walk_doc(walk *w, const bio_doc *d)
{
    pi_cutter cut;
    pi_sent sent;
    size_t at = 0, i;
    uint32_t end = 0;

    w->doc = d;
    w->k.s = &w->spot;
    w->k.memo = w->memo;
    memset(w->memo, 0, sizeof w->memo);
    pi_spot_init(&w->spot);
    pi_cut_init(&cut, 0);
    pi_sent_init(&sent, 1000);
    for (;;) {
        pi_token *t = &cut.tok;
        uint8_t begins;
        int last = at == d->length;

        if (last)
            pi_cut_end(&cut);
        else
            at += pi_cut(&cut, (const uint8_t *)d->text + at, d->length - at);
        if (!cut.ready && last)
            break;
        if (!cut.ready)
            continue;
        if (t->offset - end > 64)
            t->gap = PI_GAP_PARA;
        begins = (uint8_t)(pi_sent_token(&sent, &pith_en, t, t->kind == PI_TOK_WORD ? pi_lex(&pith_en, t->hash) : 0) || !end);
        end = t->offset + t->length;
        if (pi_spot_ask(&w->k, t, begins))
            island(w);
    }
    while (pi_spot_ask(&w->k, NULL, 0))
        island(w);
    if (w->score)
        for (i = 0; i < d->nspans; i++)
            if (d->spans[i].gold < PI_SPOT_KINDS)
                w->score->gold[d->spans[i].gold]++;
}

static void print_score(const char *name, const score *s)
{
    static const char *const kinds[] = { "person", "place", "org", "group", "misc" };
    unsigned long r = 0, f = 0, g = 0;
    int k;

    printf("%-26s", name);
    for (k = 0; k < PI_SPOT_KINDS; k++) {
        printf(" %s %.1f/%.1f/%.1f", kinds[k], 100.0 * (double)s->right[k] / (double)(s->found[k] ? s->found[k] : 1),
               100.0 * (double)s->right[k] / (double)(s->gold[k] ? s->gold[k] : 1),
               200.0 * (double)s->right[k] / (double)(s->found[k] + s->gold[k] ? s->found[k] + s->gold[k] : 1));
        if (k <= PI_NAME_ORG) {
            r += s->right[k];
            f += s->found[k];
            g += s->gold[k];
        }
    }
    printf("  p+p+o %.2f\n", 200.0 * (double)r / (double)(f + g));
    fflush(stdout);
}

typedef struct {
    bio_set set[SOURCES][2]; /* by style */
    int fold, clean;
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

/* Every document that is not held; those with a number of `parity` (2: all). */
static void each_doc(const corpus *c, walk *w, unsigned parity)
{
    int s, style;
    size_t i;

    for (s = 0; s < SOURCES; s++)
        for (style = 0; style < 2; style++)
            for (i = 0; i < c->set[s][style].n; i++)
                if (!held(c, s, i) && !(sources[s].silver && (c->clean || i / 2 % 2 == (size_t)style)) && (parity == 2 || i % 2 == parity)) {
                    w->from = sources + s;
                    walk_doc(w, c->set[s][style].docs + i);
                }
}

/* What a labelled text says of capitalized words. */
struct witness {
    uint32_t hash, kind[1 + PI_SPOT_KINDS], first, last, all;
};

enum { WITNESSES = 1 << 20 };

static void count_words(const pi_spot *s, witness *table)
{
    uint8_t i;

    for (i = s->from; i <= s->last; i++) {
        const pi_spot_word *w = s->w + i;
        uint8_t d = (uint8_t)((w->label - 1) & 3);
        uint32_t at = (w->hash ^ w->hash >> 16) % WITNESSES;

        if (!(w->flags & PI_SPOT_CAPITAL) || (w->label == 0 && w->flags & PI_SPOT_BEGINS))
            continue;
        while (table[at].all && table[at].hash != w->hash)
            at = (at + 1) % WITNESSES;
        table[at].hash = w->hash;
        table[at].all++;
        table[at].kind[w->label ? 1 + (w->label - 1) / 4 : 0]++;
        table[at].first += w->label && d == PI_SPOT_B;
        table[at].last += w->label && d == PI_SPOT_L;
    }
}

/* Code of a word: 1 + 3 * kind + how sure, kind 0 no name; persons by their place in the name from 19 on. */
static unsigned code_of(const witness *w)
{
    unsigned k, top = 0, sure;

    for (k = 1; k <= PI_SPOT_KINDS; k++)
        if (w->kind[k] > w->kind[top])
            top = k;
    sure = w->kind[top] * 10 > w->all * 9 ? 2 : w->kind[top] * 10 > w->all * 6 ? 1 : 0;
    if (top == 1 + PI_NAME_PERSON)
        return 19 + 3 * (w->first > 2 * w->last ? 0u : w->last > 2 * w->first ? 1u : 2u) + sure;
    return 1 + 3 * top + sure;
}

static void label_text(walk *w, char *text, witness *table, FILE *spans)
{
    bio_doc d = { text, strlen(text), NULL, 0 };

    w->table = table;
    w->spans = spans;
    walk_doc(w, &d);
    if (spans)
        fprintf(spans, "T %lu\n%s\n", (unsigned long)d.length, text);
    w->table = NULL;
    w->spans = NULL;
}

/* Labels every `step`-th article and piece of the novels; each fifth of those with spans for training. */
static void label_all(walk *w, const crf *m, unsigned long step, const char *news, const char *novels, const char *codes, const char *spans)
{
    witness *table = lab_alloc(WITNESSES * sizeof *table);
    FILE *f = fopen(novels, "rb"), *out;
    char *buffer = lab_alloc(1 << 14);
    unsigned long row = 0;
    size_t n, i;
    jsonl in;

    memset(table, 0, WITNESSES * sizeof *table);
    w->mode = PREDICT;
    w->model = m;
    w->answers = NULL;
    w->score = NULL;
    out = fopen(spans, "w");
    if (!f || !out || jsonl_open(&in, news) != 0) {
        fprintf(stderr, "cannot open %s or %s\n", news, novels);
        exit(1);
    }
    while (jsonl_next(&in) == 1)
        if (++row % step == 0) {
            char *s = jsonl_string(&in, "text");

            if (s)
                label_text(w, s, table, row / step % 8 == 0 ? out : NULL);
            free(s);
        }
    jsonl_close(&in);
    for (row = 0; (n = fread(buffer, 1, (1 << 14) - 1, f)) > 0; row++) {
        buffer[n] = 0;
        if (row % step == 0)
            label_text(w, buffer, table, row / step % 4 == 0 ? out : NULL);
    }
    fclose(f);
    fclose(out);
    out = fopen(codes, "w");
    for (i = 0; i < WITNESSES; i++)
        if (table[i].all >= 4)
            fprintf(out, "%u\t%lu\t%lx\n", code_of(&table[i]), (unsigned long)(table[i].all * step), (unsigned long)(table[i].hash ^ PI_SPOT_CASED));
    fclose(out);
    free(table);
    free(buffer);
}

/* The texts that label_all wrote. */
static void read_spans(bio_set *set, const char *path)
{
    FILE *f = fopen(path, "r");
    char line[128];
    bio_doc d = { NULL, 0, NULL, 0 };
    size_t room = 0;

    if (!f) {
        fprintf(stderr, "cannot open %s\n", path);
        exit(1);
    }
    while (fgets(line, sizeof line, f)) {
        unsigned long a, b;
        unsigned k;

        if (sscanf(line, "S %lu %lu %u", &a, &b, &k) == 3) {
            if (d.nspans == room)
                d.spans = lab_realloc(d.spans, (room = 2 * room + 16) * sizeof *d.spans);
            d.spans[d.nspans].from = (uint32_t)a;
            d.spans[d.nspans].to = (uint32_t)b;
            d.spans[d.nspans].gold = (uint8_t)k;
            d.spans[d.nspans++].kinds = (uint8_t)(1u << k);
        } else if (sscanf(line, "T %lu", &a) == 1) {
            d.text = lab_alloc(a + 1);
            d.length = fread(d.text, 1, a, f);
            d.text[d.length] = 0;
            fgetc(f);
            set->docs = lab_realloc(set->docs, (set->n + 1) * sizeof *set->docs);
            set->docs[set->n++] = d;
            memset(&d, 0, sizeof d);
            room = 0;
        }
    }
    fclose(f);
}

static void train(crf *m, crf_data *d, int epochs, double rate, double decay)
{
    int e;

    crf_bind(m, d);
    for (e = 0; e < epochs; e++)
        fprintf(stderr, "loss %.4f\n", crf_train(m, d, rate * (e + 1 == epochs ? 0.3 : e + 2 == epochs ? 0.6 : 1.0), decay, (uint32_t)(e + 1)));
}

/* Labels of the training documents by models that have not seen them, for the memo. Feeds them in each_doc's order of
 * documents, by parity. */
static void cross_fit(const corpus *c, walk *w, answers a[2], int epochs, double rate, double decay)
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

int main(int argc, char **argv)
{
    static walk w;
    static corpus c;
    bucket_table words;
    pi_spot_model model;
    answers a[2];
    crf_data d;
    crf m;
    int s, style, epochs = atoi(option(argc, argv, "epochs", "6"));
    double rate = atof(option(argc, argv, "rate", "0.2")), decay = atof(option(argc, argv, "decay", "1e-5"));
    unsigned rows = (unsigned)atoi(option(argc, argv, "rows", "2600")), p;
    const char *out = option(argc, argv, "out", NULL), *data = option(argc, argv, "data", "."), *lists = option(argc, argv, "lists", ""),
               *selves = option(argc, argv, "selves", "");

    silver = atof(option(argc, argv, "silver", "1"));
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
    words_table(&words, (uint16_t)atoi(option(argc, argv, "words", "2600")));
    memset(&model, 0, sizeof model);
    model.words = words.bytes;
    model.word_buckets = words.buckets;
    w.k.model = &model;
    cross_fit(&c, &w, a, 3, rate, decay);
    memset(&d, 0, sizeof d);
    w.mode = COLLECT;
    w.data = &d;
    w.k.slots = SLOTS;
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
    crf_prune(&m, rows * 24u);
    train(&m, &d, 2, rate, decay);
    crf_prune(&m, rows * 12u);
    train(&m, &d, 2, rate, decay);
    crf_prune(&m, rows * 8u);
    train(&m, &d, 2, rate, decay);
    puts("pruned:");
    evaluate(&c, &w, &m);
    spot_quantize(&model, &m, &d, (uint16_t)rows, (unsigned)atoi(option(argc, argv, "book", "256")), rate, decay);
    puts("tables:");
    evaluate(&c, &w, NULL);
    w.k.slots = 128;
    puts("tables, memo of 128:");
    evaluate(&c, &w, NULL);
    if (out)
        spot_write(&model, (unsigned)atoi(option(argc, argv, "book", "256")), out, option(argc, argv, "name", "pi_en_names"));
    return 0;
}
