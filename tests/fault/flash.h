/* An emulated flash that fails as real ones do: power goes at any byte and leaves the byte half done, bits of a broken
 * write read now so, now otherwise, blocks go bad (with or without saying so), bits rot, a call fails. What a
 * driver's user must not do is counted as a breach: programming a unit twice, downwards, or not whole; reading over the
 * end of a block. */
#ifndef FLASH_H
#define FLASH_H

#include "pith_save.h"
#include "prop/gen.h"

enum { FLASH_BLOCKS_MOST = 64, FLASH_BYTES_MOST = 1 << 16, FLASH_DEAD = -70, FLASH_ERROR = -71 };

/* How a block is bad. */
enum {
    FLASH_GOOD, FLASH_BAD_ERASE, FLASH_BAD_PROGRAM,
    FLASH_BAD_SILENT, /* a bit of the first byte cannot be cleared */
    FLASH_BAD_READ, FLASH_BADS
};

typedef struct {
    pith_flash driver; /* hand this to pith_save */
    gen_rng rng;
    uint8_t byte[FLASH_BYTES_MOST];
    uint8_t soft[FLASH_BYTES_MOST]; /* bits that read at random */
    uint8_t used[FLASH_BYTES_MOST]; /* of the first byte of each unit: programmed since it was erased */
    uint32_t top[FLASH_BLOCKS_MOST]; /* where the next program may begin, from the start of the block */
    uint8_t bad[FLASH_BLOCKS_MOST];
    uint8_t soften;   /* a broken write leaves such bits */
    uint8_t dead;     /* power is off until flash_boot */
    uint32_t power;   /* bytes that are erased or programmed before it goes; UINT32_MAX: it stays */
    uint32_t fail_at; /* number of the call, from 0, that returns FLASH_ERROR; UINT32_MAX: none */
    uint8_t for_ever; /* so do all after it */
    uint32_t calls, breaches;
} flash;

void flash_init(flash *f, uint32_t seed, uint32_t block, uint16_t blocks, uint16_t unit);

/* Power is back. */
void flash_boot(flash *f);

/* Flips n bits of a block. */
void flash_rot(flash *f, uint16_t block, uint32_t n);

#endif
