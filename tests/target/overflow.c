/* Runs over the end of the stack on purpose. A board must say so (BOARD_FAULT); returning is the failure. */
#include "board.h"

static volatile uint8_t *low;

/* Goes down until a frame stands below the end of the stack by more than the guard. */
static int descend(size_t left)
{
    volatile uint8_t frame[16];

    frame[0] = (uint8_t)left;
    frame[15] = 1;
    low = frame;
    if (left <= sizeof frame)
        return frame[0];
    return descend(left - sizeof frame) + frame[15];
}

int main(void)
{
    static const char said[] = "descending\n";
    int r;

    board_write(0, said, sizeof said - 1);
    r = descend(board_stack_size() + 2 * BOARD_GUARD);
    board_check();
    return r ? 2 : 1;
}
