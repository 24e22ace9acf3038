/* Keeps a state over sleep and power loss, in flash or any memory that is erased and programmed in blocks. No
 * allocation, no stdio, no operating system; it knows nothing of what it keeps.
 *
 *   pith_part parts[2] = { { state.state, sizeof state.state }, { work, sizeof work } };
 *   pith_save s;
 *
 *   at boot:  pith_save_open(&s, &flash, buf, sizeof buf, BUILD);
 *             if (pith_save_load(&s, parts, 2) == 0)
 *                 pith_resume(&state, &config, work, cells);
 *   to save:  pith_save_begin(&s, parts, 2);
 *             while ((r = pith_save_step(&s)) == PITH_MORE)
 *                 feed_the_watchdog();
 *
 * A save is a number of blocks, each with a checksum at its end; it counts from the moment in which the last of
 * them is complete. The blocks of the newest save that is whole are left alone until a newer one is, so power may
 * fail at any byte. With room for more than two saves the blocks take turns, which spreads the wear. Where cells whose
 * programming broke off may read now so, now otherwise, give room for three: then the save before the doubtful one
 * is there until the one after it is complete.
 *
 * Bad blocks: every byte is read back. A block that the driver calls bad, or that reads otherwise than it was
 * written, is passed over and the next one is taken; it is tried again at the next save. No table is kept, so there is
 * none to lose. An area needs twice the blocks of one save that are good: see PITH_SAVE_BLOCKS. */
#ifndef PITH_SAVE_H
#define PITH_SAVE_H

#include "pith_io.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The driver. Offsets count from the start of the area. Functions return 0; PITH_FLASH_BAD when this block
 * failed (read: an error that its code could not correct); or an error of the port's own, <= PITH_IO_PORT,
 * which ends the call and comes back from it unchanged. */
enum { PITH_FLASH_BAD = 1 };
typedef struct {
    int (*read)(void *port, uint32_t at, void *buf, size_t n);          /* all n bytes, at any offset, in one block */
    int (*program)(void *port, uint32_t at, const void *buf, size_t n); /* multiples of `unit`, upwards in a block,
                                                                           each unit once after its block was erased */
    int (*erase)(void *port, uint32_t at);                              /* the block that begins there */
    void *port;
    uint32_t block;  /* bytes that are erased at once; a multiple of `unit`, more than PITH_SAVE_TAIL and one unit */
    uint16_t blocks; /* of the area, which has less than 4 GB */
    uint16_t unit;   /* bytes that are programmed at once, 1 or more */
} pith_flash;

/* Memory that is saved, in the order of the list. */
typedef struct {
    void *at;
    size_t n;
} pith_part;

enum {
    PITH_SAVE_NONE = -62, /* there is no save that is whole */
    PITH_SAVE_OTHER = -63 /* the newest save has another tag, size, byte order or format */
};

enum { PITH_SAVE_TAIL = 32 }; /* bytes at the end of a block, rounded up to units */

/* Good blocks that are needed for `bytes` of parts. */
#define PITH_SAVE_ROOM(block, unit) ((uint32_t)(block) - (UINT32_C(31) + (unit)) / (unit) * (unit))
#define PITH_SAVE_BLOCKS(bytes, block, unit) \
    (2 * (((bytes) + PITH_SAVE_ROOM(block, unit) - 1) / PITH_SAVE_ROOM(block, unit)))

/* What stands at the end of a block. */
typedef struct {
    uint32_t seq;          /* of the save: the newest has the highest. 2^32 saves are one a second for 136 years */
    uint32_t sum;          /* CRC-32 of all that was saved */
    uint32_t bytes, tag;
    uint32_t crc;          /* CRC-32 of the bytes in this block */
    uint16_t index, count; /* of the block in the save */
    uint8_t order;         /* byte order of the parts */
} pith_save_tail;

/* Members are private. */
typedef struct {
    const pith_flash *flash;
    uint8_t *buf;
    size_t size;
    uint32_t tag;
    const pith_part *parts;
    uint16_t nparts;
    pith_save_tail newest; /* the newest whole save, if `have` */
    pith_save_tail now;    /* the one that is being written */
    uint32_t top;          /* highest number seen */
    uint32_t at;           /* bytes summed, or written into this block */
    uint32_t sum;          /* of the blocks before and of what was written into this one */
    uint32_t sum_before;
    uint16_t last;         /* block of the newest save's end */
    uint16_t block, tried;
    uint8_t have, phase;
} pith_save;

/* Looks for the newest save that is whole; reads no more than the area and the ends of all blocks once for each save
 * that it finds broken. `buf`: PITH_SAVE_TAIL bytes or more and a multiple of flash->unit; more means fewer calls. `tag`
 * is yours, such as the number of the firmware's build: a save with another one is refused. Returns 0, also when there
 * is none; PITH_E_ARG; the driver's error, after which `s` has to be opened again: until then the functions below
 * return PITH_E_STATE. flash and buf must outlive the use of `s`. */
int pith_save_open(pith_save *s, const pith_flash *flash, void *buf, size_t n, uint32_t tag);

/* Fills the parts with the newest save. Returns 0; PITH_SAVE_NONE, PITH_SAVE_OTHER (the parts are as they were);
 * PITH_SAVE_NONE or the driver's error when reading failed half-way: begin anew with pith_init, and save. */
int pith_save_load(pith_save *s, const pith_part *parts, uint16_t n);

/* Starts a save. The parts and their list must stay as they are until it is complete. PITH_E_ARG; PITH_E_SPACE: too few
 * blocks. */
int pith_save_begin(pith_save *s, const pith_part *parts, uint16_t n);

/* One step: erases a block, or programs one buffer, or sums up to 256 bytes. PITH_MORE: call it again. PITH_OK: complete.
 * PITH_E_SPACE: too few good blocks. PITH_E_STATE: no save is going on, or the parts changed meanwhile. The driver's
 * error. An error ends this save, the one before it stands; begin again to retry. */
int pith_save_step(pith_save *s);

#ifdef __cplusplus
}
#endif

#endif
