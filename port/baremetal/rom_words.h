/* PITH_CONFIG for processors whose flash can be read in aligned 32-bit words alone (ESP8266), little-endian. */
#ifndef ROM_WORDS_H
#define ROM_WORDS_H

#define PI_OWN_ROM_READS

/* The byte at an address, out of the word around it. `volatile` keeps the compiler from narrowing the load. */
static inline uint8_t pi_rom8(const uint8_t *t, uint16_t i)
{
    uintptr_t at = (uintptr_t)t + i;
    uint32_t word = *(const volatile uint32_t *)(at & ~(uintptr_t)3);

    return (uint8_t)(word >> (at & 3) * 8);
}

/* Tables of 16-bit words are aligned to 2, so an entry never straddles two words. */
static inline uint16_t pi_rom16(const uint16_t *t, uint16_t i)
{
    uintptr_t at = (uintptr_t)(t + i);
    uint32_t word = *(const volatile uint32_t *)(at & ~(uintptr_t)3);

    return (uint16_t)(word >> (at & 2) * 8);
}

static inline uint32_t pi_rom32(const uint32_t *t, uint16_t i) { return t[i]; }

#endif
