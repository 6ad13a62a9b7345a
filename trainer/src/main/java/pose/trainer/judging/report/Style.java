package pose.trainer.judging.report;

/** How the report looks. */
final class Style {

    static final String CSS = """
            body { font: 15px/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1b1e23;
              background: #fff; max-width: 1280px; margin: 0 auto; padding: 24px 32px 64px; }
            h1 { font-size: 26px; margin: 0 0 4px; }
            h2 { font-size: 19px; margin: 0 0 2px; }
            p { color: #5a626d; margin: 0 0 14px; max-width: 86ch; }
            section { border-top: 1px solid #e3e6ea; margin-top: 28px; padding-top: 20px; }
            .tiles { display: flex; flex-wrap: wrap; gap: 12px; }
            .tile { background: #f3f5f8; border-radius: 8px; padding: 10px 18px; min-width: 110px; }
            .tile b { display: block; font-size: 28px; line-height: 1.2; font-variant-numeric: tabular-nums; }
            .tile span { color: #5a626d; font-size: 13px; }
            .row { display: flex; flex-wrap: wrap; gap: 20px 28px; align-items: flex-start; }
            table + .charts { flex: 1 1 560px; }
            table { border-collapse: separate; border-spacing: 2px; font-size: 13px; font-variant-numeric: tabular-nums; }
            th { font-weight: 500; text-align: left; padding: 3px 10px 3px 0; color: #3c434c; white-space: nowrap; }
            td { text-align: right; padding: 3px 10px; border-radius: 3px; min-width: 44px; }
            tr.mean th, tr.mean td { font-weight: 700; }
            .chart { width: 560px; max-width: 100%; height: auto; }
            .chart text { font-size: 12px; fill: #3c434c; }
            .chart .chart-title { font-size: 14px; font-weight: 600; fill: #1b1e23; }
            .chart .tick { fill: #6b737d; font-size: 11px; }
            .chart .grid { stroke: #e8ebee; }
            .chart .axis { stroke: #9aa1aa; }
            .chart .mark { stroke: #b7bdc5; stroke-dasharray: 2 3; }
            .maps { border-spacing: 3px; }
            .maps th { font-size: 12px; padding: 0 6px 0 0; }
            .maps td { padding: 0; min-width: 0; }
            .maps img { width: 88px; height: 88px; display: block; border-radius: 3px; }
            .sample { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; margin-bottom: 26px; }
            .pictures { display: flex; flex-wrap: wrap; gap: 16px; }
            figure { margin: 0; }
            figure img { display: block; border-radius: 4px; }
            figcaption { color: #5a626d; font-size: 12px; margin-top: 4px; }
            .legend { display: flex; gap: 22px; margin: 0 0 14px; font-size: 13px; }
            .legend i { display: inline-block; width: 22px; height: 4px; border-radius: 2px; margin: 0 7px 3px 0; }
            .legend .heat { width: 80px; height: 10px; margin-bottom: 0;
              background: linear-gradient(90deg, #555, #f00 30%, #ff0 75%, #fff); border: 1px solid #ccc; }
            """;

    private static final String SKELETONS = """
            <div class="legend"><span><i style="background:rgb(70,230,110)"></i>truth</span>\
            <span><i style="background:rgb(255,60,200)"></i>prediction</span>""";

    /** What {@link CropImage}'s colours mean. */
    static final String SKELETON_LEGEND = SKELETONS + "</div>\n";

    /** The same, and what {@link Heat}'s mean. */
    static final String BELIEF_LEGEND = SKELETONS + "<span><i class=\"heat\"></i>belief 0 to 1</span></div>\n";

    private Style() {}
}
