/* Base: integer types, ROM access, hashing. Layer 0; every file of the core includes it. */
#ifndef PI_BASE_H
#define PI_BASE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef PITH_CONFIG
#include PITH_CONFIG
#endif

/* Constant tables. Where constants are not in the address space of data (AVR), PI_ROM names their
 * space and every table is declared `const PI_ROM`. They are read through pi_rom8 / pi_rom16 /
 * pi_rom32 alone. A port that must read in another way (far program memory, whole words only) says so in
 * its PITH_CONFIG: PI_ROM is another space, or PI_OWN_ROM_READS is defined and the three functions given. */
#ifndef PI_ROM
#ifdef __AVR__
#define PI_ROM __flash
#else
#define PI_ROM
#endif
#endif

typedef const PI_ROM uint8_t *pi_rom8p;
typedef const PI_ROM uint16_t *pi_rom16p;
typedef const PI_ROM uint32_t *pi_rom32p;

#ifndef PI_OWN_ROM_READS
static inline uint8_t pi_rom8(pi_rom8p t, uint16_t i) { return t[i]; }
static inline uint16_t pi_rom16(pi_rom16p t, uint16_t i) { return t[i]; }
static inline uint32_t pi_rom32(pi_rom32p t, uint16_t i) { return t[i]; }
#endif

/* A function of a header that is expanded in place where a compiler is told to make code fast. Where it is told to make it
 * small, it stands apart: so many values at once would not stay in the few registers of such machines (measured on a
 * Cortex-M0: 40 instructions a byte of text). */
#if defined __GNUC__ && defined __OPTIMIZE_SIZE__
#define PI_INLINE static __attribute__((noinline, unused))
#else
#define PI_INLINE static inline
#endif

/* Are there short ways, which change no result? A target without room for learnt scores has none for these either. */
#ifdef PI_NO_GAINS
#define PI_SHORT_WAYS 0
#else
#define PI_SHORT_WAYS 1
#endif

/* A name with the definitions in it that leave code out. Each file that one of them changes has a function so named, or calls
 * one: parts of the core that were compiled with different definitions do not link. */
#ifdef PI_NO_GAINS
#define PI_BUILT_GAINS _no_gains
#else
#define PI_BUILT_GAINS
#endif
#ifdef PI_NO_NAMES
#define PI_BUILT_NAMES _no_names
#else
#define PI_BUILT_NAMES
#endif
#ifdef PI_NO_TEXT
#define PI_BUILT_TEXT _no_text
#else
#define PI_BUILT_TEXT
#endif
#define PI_JOIN_NAME(f, gains, names, text) f##gains##names##text
#define PI_WITH_NAME(f, gains, names, text) PI_JOIN_NAME(f, gains, names, text)
#define PI_BUILT(f) PI_WITH_NAME(f, PI_BUILT_GAINS, PI_BUILT_NAMES, PI_BUILT_TEXT)

/* One that is about as short as the call of it. */
#if defined __GNUC__ && PI_SHORT_WAYS
#define PI_TINY static inline __attribute__((always_inline))
#else
#define PI_TINY static inline
#endif

/* Does the machine take eight bytes at once, and has room for more code? */
#if UINTPTR_MAX > 0xFFFFFFFF && !defined __OPTIMIZE_SIZE__
#define PI_WIDE 1
#else
#define PI_WIDE 0
#endif

/* A byte in a register: as wide as the machine likes it, so that no instruction is spent on cutting it to 8 bits.
 * What is computed in it must not depend on its width. */
#ifdef __AVR__
typedef uint8_t pi_byte;
#else
typedef unsigned pi_byte;
#endif

/* Hash of a byte string: h = 0; h = pi_hash_step(h, byte) for each; pi_hash_end(h). The step is a
 * shift and two additions, since 8-bit targets pay about 100 cycles for a 32-bit product (Bernstein's
 * 33); the final mix makes every bit depend on every byte (constants: Wellons' lowbias32, first half). */
static inline uint32_t pi_hash_step(uint32_t h, uint8_t c) { return (h << 5) + h + c; }
static inline uint32_t pi_hash_end(uint32_t h)
{
    h ^= h >> 16;
    h *= UINT32_C(0x21f0aaad);
    return h ^ (h >> 15);
}

/* Counters stop at their largest value. */
static inline uint32_t pi_inc32(uint32_t n) { return n == UINT32_MAX ? n : n + 1; }
static inline uint32_t pi_add32(uint32_t n, uint32_t more) { return n + more < n ? UINT32_MAX : n + more; }
static inline uint16_t pi_inc16(uint16_t n) { return n == UINT16_MAX ? n : (uint16_t)(n + 1); }
static inline uint8_t pi_inc8(uint8_t n) { return n == UINT8_MAX ? n : (uint8_t)(n + 1); }

#endif
