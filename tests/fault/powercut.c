/* Sleep and power loss: a text is read on a device whose power fails while it saves, again and again; it boots with
 * its memory overwritten, at another address, and goes on from what pith_save finds. The answer is that of a
 * reading without breaks, no save that was complete is lost, and the flash was used by its rules.
 *
 * usage: powercut [CUTS [SEED]]      A failure prints the round's seed, with which it repeats. */
#include <stdlib.h>

#include "flash.h"
#define PROP_NAME "powercut"
#include "prop/prop.h"

enum { TEXT_MOST = 3000, CELLS_MOST = 600, SLIDE = 64, CUTS = 25 /* of a round */, NOWHERE = -1 };

static char text[TEXT_MOST];
static pith_cell area[CELLS_MOST + SLIDE];
static pith states[2];
static flash f;
static unsigned long cuts_done, rounds_done, resumed, rotten;

typedef struct {
    gen_rng rng;
    pith_config cfg;
    pith_budget budget;
    size_t n, cells, at;
    pith *p;
    pith_cell *work;
    pith_part parts[2];
    pith_save save;
    uint8_t buf[64];
    size_t buf_size;
    long done;         /* offset of the last save that was complete */
    uint8_t ended;
    uint8_t rots, rot; /* bits may flip; bits were flipped: a save may be lost */
} device;

static uint32_t below(device *d, uint32_t n) { return gen_below(&d->rng, n); }

static void ask(pith *p, const pith_budget *b, result *r)
{
    uint16_t i;

    memset(r, 0, sizeof *r);
    while (pith_select(p, b) == PITH_MORE) { }
    for (i = 0; i < CHOSEN_MOST && pith_sentence(p, i, &r->chosen[i]) == PITH_OK; i++)
        r->n++;
    for (i = 0; i < KEYS_MOST && pith_keyword(p, i, &r->key[i]) == PITH_OK; i++)
        r->keys++;
    pith_losses(p, &r->loss);
}

/* A flash with room for two saves, or three where bits may be in doubt, and bad blocks beside. */
static void make_flash(device *d)
{
    static const uint16_t units[] = { 1, 2, 4, 8, 16, 32 };
    uint16_t unit = units[below(d, 6)];
    uint32_t block = 128u << below(d, 5), bytes = (uint32_t)(sizeof states[0].state + d->cells * sizeof *area);
    uint32_t need, bad = below(d, 3), i;
    uint8_t soften = (uint8_t)below(d, 2);

    while ((need = PITH_SAVE_BLOCKS(bytes, block, unit) / 2 * (soften ? 3u : 2u)) + bad > FLASH_BLOCKS_MOST)
        block *= 2;
    need += bad + (below(d, 2) ? below(d, FLASH_BLOCKS_MOST - need - bad + 1) : 0);
    if (need > FLASH_BYTES_MOST / block)
        need = FLASH_BYTES_MOST / block;
    flash_init(&f, gen_next(&d->rng), block, (uint16_t)need, unit);
    f.soften = soften;
    for (i = 0; i < bad; i++) {
        uint32_t where = below(d, need);

        f.bad[where] = (uint8_t)(1 + below(d, FLASH_BADS - 1));
    }
    d->buf_size = unit * ((32 + unit - 1u) / unit) + (below(d, 2) ? unit : 0u);
}

static void make_device(device *d)
{
    int genre;

    memset(d, 0, sizeof *d);
    d->rng.x = seed;
    genre = (int)below(d, GEN_KINDS);
    d->n = gen_text(&d->rng, genre, text, 100 + below(d, TEXT_MOST - 100));
    d->cells = PITH_CELLS_MIN + below(d, below(d, 4) ? 100 : CELLS_MOST - PITH_CELLS_MIN + 1);
    d->cfg.model = below(d, 4) ? &pith_en : &pith_en_small;
    d->cfg.keep = (uint8_t)(below(d, 2) ? below(d, 81) : 0);
    d->cfg.columns = (uint16_t)(below(d, 2) ? 0 : 1 + below(d, 60));
    d->budget.sentences = (uint16_t)(1 + below(d, 5));
    d->done = NOWHERE;
    d->rots = below(d, 6) == 0;
    make_flash(d);
}

/* Another address, other rubbish in memory. */
static void wake(device *d)
{
    memset(area, (int)below(d, 256), sizeof area);
    memset(states, (int)below(d, 256), sizeof states);
    d->p = &states[below(d, 2)];
    d->work = area + below(d, SLIDE);
    d->parts[0].at = d->p->state;
    d->parts[0].n = sizeof d->p->state;
    d->parts[1].at = d->work;
    d->parts[1].n = d->cells * sizeof *d->work;
}

static void boot(device *d)
{
    pith_loss loss;
    int r;

    flash_boot(&f);
    wake(d);
    if (d->rots && below(d, 8) == 0) {
        uint16_t where = (uint16_t)below(d, f.driver.blocks);

        flash_rot(&f, where, 1 + below(d, 3));
        rotten += !d->rot;
        d->rot = 1;
    }
    HOLDS(pith_save_open(&d->save, &f.driver, d->buf, d->buf_size, 7) == 0);
    r = pith_save_load(&d->save, d->parts, 2);
    if (r == 0) {
        HOLDS(pith_resume(d->p, &d->cfg, d->work, d->cells) == PITH_OK);
        HOLDS(pith_losses(d->p, &loss) == PITH_OK);
        d->at = loss.bytes;
        HOLDS(d->rot || (long)d->at >= d->done);
        /* An end that was saved says so. */
        d->ended = pith_feed(d->p, text, 0) == PITH_E_STATE;
        HOLDS(!d->ended || d->at == d->n);
        resumed++;
    } else {
        HOLDS(r == PITH_SAVE_NONE && (d->done == NOWHERE || d->rot));
        HOLDS(pith_init(d->p, &d->cfg, d->work, d->cells) == PITH_OK);
        d->at = 0;
        d->ended = 0;
    }
}

static void read_on(device *d)
{
    size_t k = below(d, (uint32_t)(d->n / 12 + 2));

    if (k > d->n - d->at)
        k = d->n - d->at;
    if (!d->ended && k)
        HOLDS(pith_feed(d->p, text + d->at, k) == PITH_OK);
    d->at += d->ended ? 0 : k;
    if (d->at == d->n && !d->ended && below(d, 2)) {
        HOLDS(pith_end(d->p) == PITH_OK);
        d->ended = 1;
    }
    if (below(d, 3) == 0)
        for (k = below(d, 8); k > 0; k--) /* asleep in the middle of a selection */
            pith_select(d->p, &d->budget);
}

/* Saves, with power for so many bytes. Returns whether it is still on. */
static int save(device *d, uint32_t power)
{
    unsigned long steps = 0;
    int r;

    f.power = power;
    HOLDS(pith_save_begin(&d->save, d->parts, 2) == PITH_OK);
    while ((r = pith_save_step(&d->save)) == PITH_MORE)
        if (!HOLDS(++steps < 100000))
            return 0;
    f.power = UINT32_MAX;
    if (r == FLASH_DEAD)
        return 0;
    if (HOLDS(r == PITH_OK))
        d->done = (long)d->at;
    return 1;
}

static void one_round(void)
{
    static result whole, broken;
    device d;
    int on = 0, cuts = CUTS;

    make_device(&d);
    wake(&d);
    HOLDS(pith_init(d.p, &d.cfg, d.work, d.cells) == PITH_OK);
    HOLDS(pith_feed(d.p, text, d.n) == PITH_OK && pith_end(d.p) == PITH_OK);
    ask(d.p, &d.budget, &whole);

    while (cuts > 0) {
        uint32_t bytes = (uint32_t)(d.parts[0].n + d.parts[1].n) * 4 + f.driver.block;

        if (!on)
            boot(&d);
        read_on(&d);
        /* Near the end of a save as often as anywhere: there it begins to count. */
        on = save(&d, below(&d, bytes));
        if (!on) {
            cuts--;
            cuts_done++;
        } else if (d.ended && below(&d, 4) == 0) {
            break;
        }
    }
    if (!on)
        boot(&d);
    if (!d.ended)
        HOLDS(pith_feed(d.p, text + d.at, d.n - d.at) == PITH_OK && pith_end(d.p) == PITH_OK);
    ask(d.p, &d.budget, &broken);
    HOLDS(same(&whole, &broken));
    HOLDS(f.breaches == 0);
    rounds_done++;
}

int main(int argc, char **argv)
{
    unsigned long cuts = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;

    seed = (uint32_t)(argc > 2 ? strtoul(argv[2], NULL, 10) : 1);
    for (; cuts_done < cuts; seed++)
        one_round();
    fprintf(stderr, "powercut: %lu cuts in %lu texts, %lu times resumed, bits rotten in %lu texts\n", cuts_done, rounds_done,
            resumed, rotten);
    return check_done("powercut");
}
