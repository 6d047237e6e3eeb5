uniform vec2 frame;
uniform vec4 bounds;               // left, top, right, bottom of the area
uniform float width, height;       // of the area, in the window's units
uniform float corner, line;        // radius and border, in the window's units
uniform float over;                // 1 where the border is drawn over the filled area, as the toolkit's fields do
uniform float fillR, fillG, fillB, fillA;
uniform float lineR, lineG, lineB, lineA;

void main() {
    vec2 size = bounds.zw - bounds.xy;
    float scale = width > height ? size.x / width : size.y / height;
    float soft = max(floor(scale * 0.5 + 0.52), 1.0);
    float radius = min(floor(corner * scale + 0.52), min(size.x, size.y) * 0.5);
    float border = floor(line * scale + 0.52);
    vec2 middle = vec2(bounds.x + bounds.z, 2.0 * frame.y - bounds.y - bounds.w) * 0.5;

    // How far a place is outside the edge; less than nothing inside.
    vec2 d = abs(gl_FragCoord.xy - middle) - size * 0.5 + radius;
    float outside = min(max(d.x, d.y), 0.0) + length(max(d, 0.0)) - radius;

    float inside = 1.0 - smoothstep(-soft, soft, outside);
    float lined = border > 0.0 ? smoothstep(-border - soft, -border + soft, outside) : 0.0;
    vec4 fill = vec4(fillR, fillG, fillB, fillA);
    vec4 edge = vec4(lineR, lineG, lineB, lineA);
    if (over > 0.5) {
        float under = inside * fill.a * (1.0 - lined * inside * edge.a);
        float alpha = under + lined * inside * edge.a;
        gl_FragColor = vec4((fill.rgb * under + edge.rgb * lined * lined * inside * edge.a) / max(alpha, 0.001), alpha);
    } else {
        vec4 c = mix(fill, edge, lined);
        gl_FragColor = vec4(c.rgb, c.a * inside);
    }
}
