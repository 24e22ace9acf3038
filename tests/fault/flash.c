#include "flash.h"

#include <string.h>

/* Counts a call. Returns 0 or the error that it ends with. */
static int call(flash *f)
{
    uint32_t number = f->calls++;

    if (f->dead)
        return FLASH_DEAD;
    return number == f->fail_at || (f->for_ever && number > f->fail_at) ? FLASH_ERROR : 0;
}

/* Is there power for one more byte? */
static int powered(flash *f)
{
    if (f->power == UINT32_MAX)
        return 1;
    if (f->power == 0) {
        f->dead = 1;
        return 0;
    }
    f->power--;
    return 1;
}

static int inside(flash *f, uint32_t at, size_t n)
{
    int ok = n > 0 && at < f->driver.block * f->driver.blocks && at % f->driver.block + n <= f->driver.block;

    if (!ok)
        f->breaches++;
    return ok;
}

static int flash_read(void *port, uint32_t at, void *buf, size_t n)
{
    flash *f = port;
    uint8_t *b = buf;
    int r = call(f);
    size_t i;

    if (r)
        return r;
    if (!inside(f, at, n))
        return FLASH_ERROR;
    if (f->bad[at / f->driver.block] == FLASH_BAD_READ)
        return PITH_FLASH_BAD;
    for (i = 0; i < n; i++)
        b[i] = (uint8_t)(f->soft[at + i] ? f->byte[at + i] ^ (f->soft[at + i] & gen_next(&f->rng)) : f->byte[at + i]);
    return 0;
}

/* What a byte that was to become `to` is when power went while it did. */
static void break_off(flash *f, uint32_t at, uint8_t to)
{
    uint8_t doubt = f->byte[at] ^ to;

    f->byte[at] ^= (uint8_t)(doubt & gen_next(&f->rng));
    if (f->soften)
        f->soft[at] |= doubt;
}

static int flash_program(void *port, uint32_t at, const void *buf, size_t n)
{
    flash *f = port;
    const uint8_t *b = buf;
    const pith_flash *d = &f->driver;
    uint32_t block = at / d->block;
    int r = call(f);
    size_t i;

    if (r)
        return r;
    if (!inside(f, at, n))
        return FLASH_ERROR;
    if (at % d->unit || n % d->unit || at % d->block < f->top[block])
        f->breaches++;
    f->top[block] = at % d->block + (uint32_t)n;
    for (i = 0; i < n; i += d->unit) {
        if (f->used[at + i])
            f->breaches++;
        f->used[at + i] = 1;
    }
    if (f->bad[block] == FLASH_BAD_PROGRAM)
        return PITH_FLASH_BAD;
    for (i = 0; i < n; i++) {
        uint8_t to = f->byte[at + i] & b[i];

        if (!powered(f)) {
            break_off(f, at + (uint32_t)i, to);
            return FLASH_DEAD;
        }
        f->byte[at + i] = to;
    }
    if (f->bad[block] == FLASH_BAD_SILENT && at % d->block == 0)
        f->byte[at] |= 0x10;
    return 0;
}

static int flash_erase(void *port, uint32_t at)
{
    flash *f = port;
    uint32_t size = f->driver.block, i, k;
    int r = call(f);

    if (r)
        return r;
    if (at % size || !inside(f, at, size)) {
        f->breaches++;
        return FLASH_ERROR;
    }
    if (f->bad[at / size] == FLASH_BAD_ERASE)
        return PITH_FLASH_BAD;
    f->top[at / size] = 0;
    for (i = 0; i < size; i++) {
        if (!powered(f)) { /* the rest of the block is half erased */
            for (k = i; k < size; k++)
                break_off(f, at + k, 0xFF);
            return FLASH_DEAD;
        }
        f->byte[at + i] = 0xFF;
        f->soft[at + i] = f->used[at + i] = 0;
    }
    return 0;
}

void flash_init(flash *f, uint32_t seed, uint32_t block, uint16_t blocks, uint16_t unit)
{
    uint32_t i;

    memset(f, 0, sizeof *f);
    f->rng.x = seed ? seed : 1;
    f->driver.read = flash_read;
    f->driver.program = flash_program;
    f->driver.erase = flash_erase;
    f->driver.port = f;
    f->driver.block = block;
    f->driver.blocks = blocks;
    f->driver.unit = unit;
    f->power = f->fail_at = UINT32_MAX;
    /* It comes with what was there before. */
    for (i = 0; i < block * blocks; i++) {
        f->byte[i] = (uint8_t)gen_next(&f->rng);
        f->used[i] = 1;
    }
    for (i = 0; i < blocks; i++)
        f->top[i] = block;
}

void flash_boot(flash *f)
{
    f->dead = 0;
    f->power = UINT32_MAX;
}

void flash_rot(flash *f, uint16_t block, uint32_t n)
{
    for (; n > 0; n--) {
        uint32_t at = gen_below(&f->rng, f->driver.block); /* apart: in one expression either may be drawn first */

        f->byte[f->driver.block * block + at] ^= (uint8_t)(1u << gen_below(&f->rng, 8));
    }
}
