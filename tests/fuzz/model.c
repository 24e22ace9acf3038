/* Models whose tables are damaged: a copy of the English one in blocks of its own, which a sanitizer watches, with bytes changed.
 * The words of the tables, their weights, classes and the suffix program may be anything: the answers are others, nothing
 * else. What says where things stand (starts, counts, tables of the learnt scorer, books, rules) is trusted, and not changed. */
#include "fuzz.h"
#include "model.h"
#include "quant.h"
#include "spot_model.h"
#include "stem.h"

enum { HEAD = 4, CHANGES_MOST = 64, CELLS = 900, PLAIN = 15, STARTS = 257 };

/* A table, and which part of it is changed. */
typedef struct {
    const void *from;
    size_t bytes, first, n;
    uint8_t step, most; /* of each `step` bytes the first `most` */
    uint8_t *copy;
} table;

enum { LEX, FREQ, STEM, WEIGHTS, WORDS, ROWS, SCALES, FICTION, SAME, QUANT, TABLES };

static table tables[TABLES];

static void set(int which, const void *from, size_t bytes, size_t first, size_t n, uint8_t step, uint8_t most)
{
    table *t = &tables[which];

    t->from = from;
    t->bytes = bytes;
    t->first = first;
    t->n = n;
    t->step = step;
    t->most = most;
    t->copy = malloc(bytes);
    if (t->copy == NULL)
        exit(1);
    memcpy(t->copy, from, bytes);
}

static void open_tables(void)
{
    const pith_names_model *m = &pith_en_names_small;
    const pith_model *e = &pith_en;
    size_t classes, flags, same = 1 + 2u * m->same[0];
    uint16_t i, most = 0;

    for (i = 0; i < e->lex_count; i++) {
        uint16_t pair = e->lex[STARTS + e->lex_count + i / 2], class = i & 1 ? pair >> 8 : pair & 0xFF;

        most = class > most ? class : most;
    }
    classes = STARTS + (size_t)e->lex_count;
    flags = classes + (e->lex_count + 1u) / 2;
    /* The flags of class 0 stay none. */
    set(LEX, e->lex, 2 * (flags + most + 1), 2 * STARTS, 2 * (size_t)e->lex_count, 1, 1);
    set(FREQ, e->freq, 2 * (STARTS + (size_t)e->freq_count + (e->freq_count + 3u) / 4), 2 * STARTS,
        2 * (size_t)e->freq_count + 2 * ((e->freq_count + 3u) / 4), 1, 1);
    set(STEM, e->stem, PI_STEM_SIZE, 0, PI_STEM_SIZE, 1, 1);
    set(WEIGHTS, e->plain, 2 * PLAIN, 0, 2 * PLAIN, 1, 1);
    set(WORDS, m->words, (size_t)PI_SPOT_WORD_BYTES * m->word_buckets, 0, (size_t)PI_SPOT_WORD_BYTES * m->word_buckets, 1, 1);
    set(ROWS, m->rows, (size_t)PI_SPOT_ROW_BYTES * m->row_buckets, 0, (size_t)PI_SPOT_ROW_BYTES * m->row_buckets, PI_SPOT_ROW_BYTES,
        PI_SPOT_BUCKET);
    set(SCALES, m->scales, 16, 0, 16, 1, 1);
    set(FICTION, m->fiction, 256, 0, 256, 1, 1);
    set(SAME, m->same, 2 * same, 2, 2 * same - 2, 1, 1);
    set(QUANT, pith_en_quantities.word, 2 * (PI_QUANT_FIRST + 2 * (size_t)pith_en_quantities.words), 2 * PI_QUANT_FIRST,
        2 * (size_t)pith_en_quantities.words, 1, 1);
}

static void change(fuzz_input *in)
{
    unsigned i, n = fuzz_byte(in) % CHANGES_MOST;

    for (i = 0; i < TABLES; i++)
        memcpy(tables[i].copy, tables[i].from, tables[i].bytes);
    for (; n > 0; n--) {
        const table *t = &tables[fuzz_byte(in) % TABLES];
        size_t at = (fuzz_word(in) * 13u + fuzz_byte(in)) % t->n;

        at = at / t->step * t->step + at % t->step % t->most;
        t->copy[t->first + at] = (uint8_t)fuzz_byte(in);
    }
}

static void read_text(const pith_model *model, const pith_names_model *names, const pith_quantities_model *quantities, const uint8_t *text,
                      size_t n)
{
    static pith_cell work[CELLS], memo[CELLS];
    pith_config cfg = { NULL, 0, 0, 0, 0, 0 };
    pith_names_config ncfg = { NULL, NULL, 50, 16, NULL };
    char value[PITH_VALUE_MAX];
    unsigned steps = 0;
    size_t taken;
    pith_entity e;
    pith_names p;
    pith_item s;
    pith sum;
    uint16_t i;
    int r;

    cfg.model = ncfg.model = model;
    ncfg.names = names;
    ncfg.quantities = quantities;
    HOLD(pith_init(&sum, &cfg, work, CELLS) == PITH_OK);
    HOLD(pith_names_init(&p, &ncfg, memo, CELLS) == PITH_OK);
    pith_query(&sum, text, n < 20 ? n : 20);
    while ((r = pith_names_with(&p, &sum, text, n, &taken, &s)) == PITH_MORE) {
        pith_names_value(&p, value, sizeof value);
        text += taken;
        n -= taken;
    }
    HOLD(r == PITH_OK && pith_names_end(&p) == PITH_OK);
    while (pith_names_with(&p, &sum, NULL, 0, &taken, &s) == PITH_MORE)
        pith_names_value(&p, value, sizeof value);
    for (i = 0; pith_names_entity(&p, i, &e) == PITH_OK; i++)
        pith_names_entity_value(&p, i, value, sizeof value);
    while (pith_select(&sum, NULL) == PITH_MORE)
        HOLD(++steps < 200000);
    for (i = 0; i < 9 && pith_keyword(&sum, i, &s) == PITH_OK; i++)
        continue;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    pith_names_model names = pith_en_names_small;
    pith_quantities_model quantities = pith_en_quantities;
    pith_model model = pith_en;
    fuzz_input in;

    if (tables[0].copy == NULL)
        open_tables();
    in.at = data;
    in.end = data + n;
    change(&in);
    model.lex = (pi_rom16p)(void *)tables[LEX].copy;
    model.freq = (pi_rom16p)(void *)tables[FREQ].copy;
    model.stem = tables[STEM].copy;
    model.plain = (pi_rom16p)(void *)tables[WEIGHTS].copy;
    names.words = tables[WORDS].copy;
    names.rows = tables[ROWS].copy;
    names.scales = tables[SCALES].copy;
    names.fiction = tables[FICTION].copy;
    names.same = (pi_rom16p)(void *)tables[SAME].copy;
    quantities.word = (pi_rom16p)(void *)tables[QUANT].copy;
    read_text(&model, &names, &quantities, in.at, (size_t)(in.end - in.at));
    return 0;
}
