#include "widgets.h"
int main(void) { return 0; }
