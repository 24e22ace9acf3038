/* Runs over the end of the stack on purpose. A board must say so (BOARD_FAULT); returning is the failure. */
#include "board.h"

static volatile uint8_t *low;

/* Goes down by `size` bytes from `top`. */
static int descend(uintptr_t top, size_t size)
{
    volatile uint8_t frame[16];

    frame[0] = 1;
    low = frame;
    if (top - (uintptr_t)frame >= size)
        return frame[0];
    return descend(top, size) + frame[0];
}

int main(void)
{
    static const char said[] = "descending\n";
    volatile uint8_t here = 0;
    int r;

    board_write(0, said, sizeof said - 1);
    r = descend((uintptr_t)&here, board_stack_size() + BOARD_GUARD);
    board_check();
    return r > here;
}
