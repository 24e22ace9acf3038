#include "spot_walk.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "lex.h"
#include "sent.h"

extern const pith_model pith_en;

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

/* Does the span begin with titles or an article up to the word, and go on behind it? pi_spot_fetch adds them in novels. */
static int leads(const walk *w, const bio_span *g, uint8_t i)
{
    const pi_spot_word *p = w->spot.w + i;

    if (!g || i + 1 >= w->spot.n || p[1].offset >= g->to || (p->code == PI_SPOT_CODE_LEADS && !(p[1].flags & PI_SPOT_CAPITAL)))
        return 0;
    for (;; p--) {
        if (p->code != PI_SPOT_CODE_ARTICLE && (p->code != PI_SPOT_CODE_LEADS || g->kinds != 1 << PI_NAME_PERSON))
            return 0;
        if (p->offset == g->from || p == w->spot.w)
            return p->offset == g->from;
    }
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

        if (leads(w, g, i)) {
            right[i - s->from] = outside;
            j = (uint8_t)(i + 1);
            continue;
        }
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
        fits = (s->w[i].offset == g->from || (i > 0 && leads(w, g, (uint8_t)(i - 1)))) && g->to >= e->offset + e->length
             && only_tail(w->doc->text + e->offset + e->length, g->to - e->offset - e->length);
        for (p = i; p < j; p++)
            right[p - s->from] = !fits ? UINT32_C(0x1FFFFF)
                               : labels_of(g->kinds, j - i == 1 ? PI_SPOT_U : p == i ? PI_SPOT_B : p == j - 1 ? PI_SPOT_L : PI_SPOT_I);
        if (fits && g->kinds == 1 << PI_NAME_PERSON && !w->from->titles && j - i > 1
            && pi_lex(&pith_en, s->w[i].hash) & (PI_LEX_TITLE | PI_LEX_HONOR)) {
            /* some sources have titles within names here and there: with or without it is right */
            right[i - s->from] |= 1;
            right[i + 1 - s->from] |= labels_of(g->kinds, j - i == 2 ? PI_SPOT_U : PI_SPOT_B);
        }
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
    if (w->spans)
        crf_draw((const float(*)[PI_SPOT_LABELS])sum, may, (size_t)(s->last - s->from + 1), &w->seed, w->drawn);
}

static void collect(walk *w)
{
    pi_spot *s = &w->spot;
    uint32_t right[PI_SPOT_ISLAND], f[PI_SPOT_FEATURES];
    uint8_t i, n;

    truth(w, right);
    for (i = s->from; i <= s->last; i++) {
        n = pi_spot_features(s, i, f);
        crf_add(w->data, f, n, may_of(s->w + i), right[i - s->from], (float)(w->from->weight * w->factor), i == s->last);
    }
    for (i = s->from; i <= s->last; i++)
        s->w[i].label = w->answers ? w->answers->labels[w->answers->read++] : 0;
}

static void print_error(const walk *w, const char *what, uint32_t from, uint32_t to, int kind)
{
    uint32_t a = from > 40 ? from - 40 : 0, b = to + 30 < w->doc->length ? to + 30 : (uint32_t)w->doc->length, i;

    printf("%s %c: ", what, "PLOGM"[kind]);
    for (i = a; i < b; i++)
        printf("%s%c%s", i == from ? "[" : "", w->doc->text[i] == '\n' ? '/' : w->doc->text[i], i + 1 == to ? "]" : "");
    puts("");
}

static void measure(walk *w)
{
    pi_name name;

    while (pi_spot_fetch(&w->spot, &name)) {
        bio_span *g = (bio_span *)span_at(w->doc, name.offset);
        uint32_t to = name.offset + name.length;

        w->score->found[name.kind]++;
        if (g && g->from == name.offset && g->gold == name.kind
            && (g->to + 1 == to || (g->to >= to && only_tail(w->doc->text + to, g->to - to)))) {
            w->score->right[name.kind]++;
            g->hit = 1;
        } else if (w->errors) {
            print_error(w, "extra", name.offset, to, name.kind);
        }
    }
}

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

static void print_mentions(walk *w)
{
    static const char *const kinds[] = { "PERSON", "PLACE", "ORG", "GROUP", "MISC" };
    pi_name name;

    while (pi_spot_fetch(&w->spot, &name))
        printf("%lu\t%u\t%s\n", (unsigned long)name.offset, (unsigned)name.length, kinds[name.kind]);
}

/* Of the words that the core looks at: see complete() in core/spot.c. */
static void count(walk *w)
{
    const pi_spot *s = &w->spot;
    uint8_t i;

    if (w->from->mixed)
        return;
    fiction_island(w->fiction, w->from->novels, w->begins, w->from->weight * w->factor);
    w->begins = 0;
    for (i = s->from > PI_SPOT_AROUND ? (uint8_t)(s->from - PI_SPOT_AROUND) : 0; i < s->n; i++)
        fiction_word(w->fiction, s->w[i].class);
}

static void island(walk *w)
{
    const pi_spot *s = &w->spot;
    uint8_t i;

    if (w->mode == COUNT) {
        count(w);
        pi_spot_tell(&w->k);
        return;
    }
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
    if (w->mentions)
        print_mentions(w);
    if (w->table)
        count_words(s, w->table);
    if (w->spans) {
        pi_name name;

        for (i = s->from; i <= s->last; i++)
            w->spot.w[i].label = w->drawn[i - s->from];
        while (pi_spot_fetch(&w->spot, &name))
            fprintf(w->spans, "S %lu %lu %u\n", (unsigned long)name.offset, (unsigned long)(name.offset + name.length), name.kind);
    }
}

/* Tokens and sentences as the core makes them: see take() in core/read.c. */
void walk_doc(walk *w, const bio_doc *d)
{
    pi_cutter cut;
    pi_sent sent;
    size_t at = 0, i;
    uint32_t end = 0;

    w->doc = d;
    w->begins = 1;
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
        begins = (uint8_t)(pi_sent_token(&sent, t, t->kind == PI_TOK_WORD ? pi_lex(&pith_en, t->hash) : 0) || !end);
        end = t->offset + t->length;
        if (pi_spot_ask(&w->k, t, begins))
            island(w);
    }
    while (pi_spot_ask(&w->k, NULL, 0))
        island(w);
    if (w->score)
        for (i = 0; i < d->nspans; i++)
            if (d->spans[i].gold < PI_SPOT_KINDS) {
                w->score->gold[d->spans[i].gold]++;
                if (w->errors && !d->spans[i].hit)
                    print_error(w, "missed", d->spans[i].from, d->spans[i].to, d->spans[i].gold);
                d->spans[i].hit = 0;
            }
}

void print_score(const char *name, const score *s)
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
