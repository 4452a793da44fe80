using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>What is wrong with a page as it stands in the browser; nothing when all is well.</summary>
internal static class Inspection
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
        Iframes = false,
    };

    private static readonly AxeRunOptions AllButColours = new()
    {
        RunOnly = Everything.RunOnly,
        ResultTypes = [ResultType.Violations],
        Iframes = false,
        Rules = new() { ["color-contrast"] = new() { Enabled = false }, ["link-in-text-block"] = new() { Enabled = false } },
    };

    private static readonly AxeRunOptions ColoursOnly = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
        Iframes = false,
    };

    /// <summary>Whatever axe finds of WCAG 2.2 AA.</summary>
    public static Task<IReadOnlyList<string>> AccessibilityAsync(IPage page) => RunAxeAsync(page, Everything);

    /// <summary>The same without what another width does not change.</summary>
    public static Task<IReadOnlyList<string>> AllButColoursAsync(IPage page) => RunAxeAsync(page, AllButColours);

    /// <summary>The part of it that another theme can change.</summary>
    public static Task<IReadOnlyList<string>> ColoursAsync(IPage page) => RunAxeAsync(page, ColoursOnly);

    /// <summary>Language, title, heading, and no need to scroll sideways.</summary>
    public static async Task<IReadOnlyList<string>> ShapeAsync(IPage page, string language)
    {
        var found = await page.EvaluateAsync<Shape>(
            """
            () => ({
              language: document.documentElement.lang,
              title: document.title,
              headings: document.querySelectorAll('h1').length,
              overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth
            })
            """);
        List<string> wrong = [];
        if (found.Language != language) wrong.Add($"lang is \"{found.Language}\"");
        if (string.IsNullOrWhiteSpace(found.Title)) wrong.Add("no title");
        if (found.Headings != 1) wrong.Add($"{found.Headings} h1");
        if (found.Overflow > 0) wrong.Add($"scrolls sideways by {found.Overflow} px");
        return wrong;
    }

    private static async Task<IReadOnlyList<string>> RunAxeAsync(IPage page, AxeRunOptions options)
    {
        // Within the page itself: the other way opens a second page for each look, for frames that are not looked into anyway, and takes the longer for it.
#pragma warning disable CS0618
        var result = await page.Locator("html").RunAxeLegacy(options).WaitAsync(Person.Patience);
#pragma warning restore CS0618
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html} {string.Join(' ', node.Any.Concat(node.All).Select(check => check.Message))}"))];
    }

    private sealed record Shape
    {
        public string Language { get; init; } = "";
        public string Title { get; init; } = "";
        public int Headings { get; init; }
        public int Overflow { get; init; }
    }
}
