/* The core against the reference, on random texts and on every short text of some signs.
 *
 * usage: compare [ROUNDS [SEED [SIGNS]]]      A failure prints the text, what both make of it, and what repeats it. SIGNS: of
 * the short texts, 0 to 6, and one word fewer; 4 when there is no other argument, else 0. */
#include <stdlib.h>

#include "check.h"
#include "model/en.h"
#include "same.h"
#include "stem.h"
#include "texts.h"
#include "word.h"

enum { ROOM_SHORT = 4000, CELLS = 1 << 18, CELLS_FEW = 4096 };

char input[ROOM];
size_t input_n;
static pith_cell work[CELLS];
static unsigned long skipped; /* texts that could not be compared to the end */
static uint32_t seed; /* of this round; 0: of no round */

static void show_text(void)
{
    size_t i;

    fputs("    text: \"", stderr);
    for (i = 0; i < input_n && i < SHOWN; i++)
        fprintf(stderr, input[i] >= ' ' && input[i] <= '~' && input[i] != '"' && input[i] != '\\' ? "%c" : "\\%03o", input[i] & 0xFF);
    fprintf(stderr, "\"%s\n", input_n > SHOWN ? "..." : "");
    if (seed)
        fprintf(stderr, "    repeat with: compare 1 %lu\n", (unsigned long)seed);
}

/* Limits of a selection, any of them. */
static void draw_budget(gen_rng *rng, const pith_config *cfg, pith_budget *b)
{
    uint32_t n = (uint32_t)input_n + 1;

    memset(b, 0, sizeof *b);
    if (gen_below(rng, 2))
        b->sentences = (uint16_t)(1 + gen_below(rng, 8));
    if (gen_below(rng, 4) == 0)
        b->words = 1 + gen_below(rng, 100);
    if (gen_below(rng, 4) == 0)
        b->bytes = 1 + gen_below(rng, n);
    if (gen_below(rng, 4) == 0)
        b->percent = (uint8_t)(1 + gen_below(rng, 100));
    if (cfg->columns && gen_below(rng, 2))
        b->rows = (uint16_t)(1 + gen_below(rng, 30));
    if (gen_below(rng, 6) == 0) {
        b->from = gen_below(rng, n);
        b->to = gen_below(rng, 2) ? b->from + gen_below(rng, n) : 0;
    }
}

static void draw_config(gen_rng *rng, pith_config *cfg)
{
    uint32_t n = (uint32_t)input_n + 1;

    memset(cfg, 0, sizeof *cfg);
    if (gen_below(rng, 2))
        cfg->columns = (uint16_t)(1 + gen_below(rng, 60));
    if (gen_below(rng, 4) == 0)
        cfg->keep = (uint8_t)(10 + gen_below(rng, 30)); /* all of the text, and all of its terms */
    if (gen_below(rng, 8) == 0) {
        cfg->from = gen_below(rng, n);
        cfg->to = gen_below(rng, 2) ? cfg->from + gen_below(rng, n) : 0;
    }
}

static const char *const queries[] = { "", "", "harbour", "boats Brown", "The said HARBOUR's 2019", "a of", "a@b.org, minister minister" };

/* Counts and choices with one of the models. */
static void compare_summaries(gen_rng *rng, const ref_text *r, ref_tokens *t, ref_sentences *s, const pith_model *model)
{
    static pith p;
    const char *asked = queries[gen_below(rng, sizeof queries / sizeof *queries)];
    ref_text q = ref_decode((const uint8_t *)asked, strlen(asked));
    ref_tokens query = ref_cut(&q);
    ref_terms terms;
    pith_config cfg;
    pith_budget b;
    unsigned i;

    draw_config(rng, &cfg);
    cfg.model = model;
    ref_know(t, "core/model", model != &pith_en_plain);
    ref_know(&query, "core/model", model != &pith_en_plain);
    terms = ref_count(s, t, cfg.columns, &query);
    CHECK(pith_init(&p, &cfg, work, input_n < 20 ? CELLS_FEW : CELLS) == PITH_OK && pith_query(&p, asked, strlen(asked)) == PITH_OK);
    if (!CHECK(same_sentences(&p, s)) || !CHECK(same_records(&p, &cfg, s)) || !CHECK(same_counts(&p, r, t, s, seed != 0)))
        show_text();
    if (cfg.keep == 0 && !CHECK(same_keywords(&p, t, &terms)))
        show_text();
    for (i = 0; i < 3; i++) {
        draw_budget(rng, &cfg, &b);
        if (!CHECK(same_choice(&p, &cfg, &b, s, &terms)))
            show_text();
    }
    free(terms.e);
    ref_tokens_free(&query);
    ref_text_free(&q);
}

/* Do two words share a hash? Then the core takes one for the other: see known.h. */
static int ambiguous(const ref_tokens *t)
{
    size_t i, k;

    for (i = 0; i < t->n; i++)
        for (k = 0; k < i && t->t[i].kind <= PI_TOK_LINK; k++)
            if (t->t[i].hash == t->t[k].hash && t->t[k].kind <= PI_TOK_LINK
                && (t->t[i].n != t->t[k].n || memcmp(t->t[i].folded, t->t[k].folded, t->t[i].n) != 0))
                return 1;
    return 0;
}

static void compare(gen_rng *rng)
{
    ref_text r = ref_decode((const uint8_t *)input, input_n);
    ref_tokens t = ref_cut(&r);
    ref_sentences s;

    if (!CHECK(same_tokens(&r, &t)))
        show_text();
    ref_know(&t, "core/model", 0);
    s = ref_split(&t, PITH_SENTENCE_MAX);
    if (ambiguous(&t))
        skipped++;
    else
        compare_summaries(rng, &r, &t, &s, gen_below(rng, 2) ? &pith_en : &pith_en_plain);
    free(s.s);
    ref_tokens_free(&t);
    ref_text_free(&r);
}

/* All texts of n parts, of which there are `kinds`. */
static void every_text(size_t make(unsigned long, unsigned, char *), unsigned long kinds, unsigned n)
{
    unsigned long i, all = 1;
    unsigned k;
    gen_rng rng = { 1 };

    for (k = 0; k < n; k++)
        all *= kinds;
    seed = 0;
    for (i = 0; i < all && check_failed < 20; i++) {
        input_n = make(i, n, input);
        compare(&rng);
    }
}

static void compare_stems(gen_rng *rng)
{
    uint8_t word[32], core[32], wanted[32];
    size_t n = text_word(rng, word), want;
    uint8_t got;

    memcpy(core, word, n);
    memcpy(wanted, word, n);
    got = pi_stem(pi_en_stem, core, (uint8_t)n);
    if (got == 0)
        got = (uint8_t)n;
    want = ref_stem(wanted, n, "core/model");
    if (!CHECK(got == want && memcmp(core, wanted, want) == 0))
        fprintf(stderr, "    %.*s: core %.*s, reference %.*s\n    repeat with: compare 1 %lu\n", (int)n, (const char *)word, got,
                (const char *)core, (int)want, (const char *)wanted, (unsigned long)seed);
}

/* A text of this round. One in 32 is long, with so few words that none leaves the table. */
static void make_text(gen_rng *rng)
{
    size_t room = 200 + gen_below(rng, ROOM_SHORT - 200); /* a statement each: compilers order what is in one as they like */
    int genre = (int)gen_below(rng, GEN_KINDS);

    input_n = 0;
    if (seed % 32 == 0 && gen_below(rng, 2))
        while (input_n < ROOM / 2)
            input_n += text_prose(rng, input + input_n, ROOM - input_n);
    else if (seed % 32 == 0)
        input_n = gen_text(rng, genre % GEN_UNICODE, input, ROOM);
    else if (seed % 3 == 0)
        input_n = text_soup(rng, input, ROOM);
    else if (seed % 3 == 1)
        input_n = text_prose(rng, input, ROOM);
    else
        input_n = gen_text(rng, genre, input, room);
}

int main(int argc, char **argv)
{
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 2000, i;
    uint32_t first = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);
    gen_rng rng;
    unsigned k, parts;

    for (i = 0; i < rounds && check_failed < 20; i++) {
        seed = rng.x = first + (uint32_t)i;
        for (k = 0; k < 20; k++)
            compare_stems(&rng);
        make_text(&rng);
        compare(&rng);
    }
    parts = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : argc > 1 ? 0 : 4;
    every_text(text_signs, TEXT_SIGNS, parts);
    every_text(text_pieces, TEXT_PIECES, parts > 0 ? parts - 1 : 0);
    if (skipped)
        printf("compare: %lu texts have two words of one hash\n", skipped);
    return check_done("compare");
}
