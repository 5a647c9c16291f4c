#include <hpdf.h>
#include <png.h>
