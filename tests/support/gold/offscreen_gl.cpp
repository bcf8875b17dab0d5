#include "tests/support/gold/offscreen_gl.h"

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdlib>
#include <stdexcept>

namespace ocop::test {
namespace {

std::string cpu_features() {
    std::string features;
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("sse4.1")) features += " sse4.1";
    if (__builtin_cpu_supports("avx")) features += " avx";
    if (__builtin_cpu_supports("avx2")) features += " avx2";
    if (__builtin_cpu_supports("fma")) features += " fma";
    if (__builtin_cpu_supports("avx512f")) features += " avx512f";
#endif
    return features;
}

std::string freetype_version() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return "none";
    int major = 0;
    int minor = 0;
    int patch = 0;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string gl_text(unsigned name) {
    const auto* text = glGetString(name);
    return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

} // namespace

OffscreenGl::OffscreenGl() {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display != nullptr) display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display_ == nullptr || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE)
        throw std::runtime_error("no EGL display without a screen");
    eglBindAPI(EGL_OPENGL_API);
    const EGLint wanted[]{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    eglChooseConfig(display_, wanted, &config, 1, &count);
    const EGLint version[]{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context_ = eglCreateContext(display_, count > 0 ? config : EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, version);
    if (context_ == EGL_NO_CONTEXT || eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
        throw std::runtime_error("no software OpenGL 3.3");
}

OffscreenGl::~OffscreenGl() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    eglTerminate(display_);
}

PixelPicture OffscreenGl::picture(int width, int height, const std::function<void()>& draw) {
    unsigned colour = 0;
    unsigned frame = 0;
    glGenTextures(1, &colour);
    glBindTexture(GL_TEXTURE_2D, colour);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &frame);
    glBindFramebuffer(GL_FRAMEBUFFER, frame);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour, 0);
    draw();
    PixelPicture upside_down(width, height);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.rgb.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &frame);
    glDeleteTextures(1, &colour);
    return upside_down.flipped();
}

std::string OffscreenGl::machine() const {
    return "renderer: " + gl_text(GL_RENDERER) + "\nversion: " + gl_text(GL_VERSION) +
           "\nfreetype: " + freetype_version() + "\nprocessor:" + cpu_features() + "\n";
}

} // namespace ocop::test
