/* What a program with little flash asks of the core, of random texts in work areas small and large: small ROUNDS SEED prints for each
 * the sentences of two summaries, the keywords and the losses. Nothing is kept of the text. It is linked with the whole core
 * and, PI_NO_TEXT being defined, with the smallest one, which must say the same. */
#include <stdio.h>
#include <stdlib.h>

#include "pith.h"
#include "prop/gen.h"

enum { CELLS = 1 << 12, TEXT = 1 << 14, PIECE = 64 };

static pith p;
static pith_cell work[CELLS];
static char text[TEXT];

static void print(const char *what, const pith_item *s)
{
    printf("%s\t%lu\t%lu\t%u\t%u\n", what, (unsigned long)s->offset, (unsigned long)s->length, (unsigned)s->score, (unsigned)s->count);
}

static void select_and_print(const pith_budget *budget)
{
    pith_item s;
    uint16_t i;

    while (pith_select(&p, budget) == PITH_MORE) {
    }
    for (i = 0; pith_sentence(&p, i, &s) == PITH_OK; i++)
        print("sentence", &s);
}

static void summarize(size_t n, size_t cells)
{
    static const pith_config cfg = { &pith_en_plain, 0, 0, 40, 0, 0 };
    static const pith_budget three = { 3, 0, 0, 0, 0, 0, 0 }, screen = { 0, 6, 0, 0, 0, 0, 0 };
    pith_item s;
    pith_loss loss;
    uint16_t i;
    size_t k;

    pith_init(&p, &cfg, work, cells);
    for (k = 0; k < n; k += PIECE)
        pith_feed(&p, text + k, n - k < PIECE ? n - k : PIECE);
    pith_end(&p);
    select_and_print(&three);
    pith_query(&p, text, n < 40 ? n : 40);
    select_and_print(&screen);
    for (i = 0; pith_keyword(&p, i, &s) == PITH_OK; i++)
        print("keyword", &s);
    pith_losses(&p, &loss);
    printf("%lu words, %lu sentences, %lu malformed, %lu terms, %lu dropped\n", (unsigned long)loss.words, (unsigned long)loss.sentences,
           (unsigned long)loss.malformed, (unsigned long)loss.terms, (unsigned long)loss.dropped);
}

/* Whoever leaves the code for kept text out is told when he asks for it. */
static int keeps(void)
{
    pith_config cfg = { &pith_en_plain, 1, 0, 0, 0, 0 };

    return pith_init(&p, &cfg, work, CELLS);
}

int main(int argc, char **argv)
{
    long rounds = argc > 1 ? atol(argv[1]) : 1;
    gen_rng rng = { argc > 2 ? (uint32_t)atol(argv[2]) : 1 };

#ifdef PI_NO_TEXT
    if (keeps() != PITH_E_ARG)
        return 1;
#else
    if (keeps() != PITH_OK)
        return 1;
#endif
    for (; rounds > 0; rounds--) {
        /* A declarator each: compilers order what is in one expression as they like. */
        size_t room = 1 + gen_below(&rng, TEXT), more = gen_below(&rng, CELLS - PITH_CELLS_MIN);
        size_t n = gen_text(&rng, (int)gen_below(&rng, GEN_KINDS), text, room), cells = PITH_CELLS_MIN + (more >> gen_below(&rng, 6));

        printf("text of %lu bytes in %lu cells\n", (unsigned long)n, (unsigned long)cells);
        summarize(n, cells);
    }
    return 0;
}
