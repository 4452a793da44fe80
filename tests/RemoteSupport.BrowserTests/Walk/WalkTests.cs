using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>
/// Walks through all pages, in each language, on a desk and on a phone, and in both themes, and asks of each: can everybody use it, does it fit, does the
/// browser complain? With SCREENSHOTS=folder each is also kept as a picture. Two of them, so that two languages are walked at once.
/// </summary>
public sealed class WalkInEnglishAndSpanishTests : WalkTests
{
    [Theory, Trait("Behaviour", "AC-12"), InlineData("en"), InlineData("es")]
    public Task Every_page_is_accessible_fits_and_pleases_the_browser(string language) => WalkAsync(language);
}

/// <summary>The other two languages.</summary>
public sealed class WalkInGermanAndItalianTests : WalkTests
{
    [Theory, Trait("Behaviour", "AC-12"), InlineData("de"), InlineData("it")]
    public Task Every_page_is_accessible_fits_and_pleases_the_browser(string language) => WalkAsync(language);
}

/// <summary>What both do.</summary>
public abstract partial class WalkTests
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    private protected static async Task WalkAsync(string language)
    {
        var stage = await Stage.SetAsync(await PortalNode.TenantAsync(), language);
        await using var person = await Person.ComeAsync(stage.Tenant, new View(language));
        List<string> wrong = [];
        List<string> seen = [];

        await VisitAsync(person, Screens.SignedOut);
        await person.SignInAsync(stage.Admin);
        await VisitAsync(person, Screens.SignedIn);
        await VisitAsync(person, Screens.Supporting);
        await VisitAsync(person, Screens.Reporting);
        await using var guest = await Person.ComeAsync(stage.Tenant, new View(language));
        await VisitAsync(guest, Screens.Guests);
        await using var owner = await Person.ComeAsync(stage.Tenant, new View(language));
        await owner.SignInAsync(stage.Owner);
        await VisitAsync(owner, Screens.Owning);
        var (path, cookie, token) = await stage.EnterAsync(await person.CookieAsync("__Host-session"));
        await person.MoveIntoAsync(path, cookie, token);
        await VisitAsync(person, Screens.Inside);

        wrong.AddRange(person.Complaints.Concat(owner.Complaints).Concat(guest.Complaints));
        wrong.AddRange(Missing(stage.Tenant.Node.Services, seen));
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        async Task VisitAsync(Person walker, IReadOnlyList<Screen> screens)
        {
            foreach (var screen in screens)
            {
                await screen.OpenAsync(walker, stage);
                seen.Add(WithoutPass().Replace(walker.Path, ""));
                wrong.AddRange((await LookAsync(walker.Page, screen, language)).Select(fault => $"{screen.Name}: {fault}"));
            }
        }
    }

    /// <summary>As it stands on the desk where it was opened, and once the window is a phone's.</summary>
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, Screen screen, string language)
    {
        List<string> wrong = [.. await LookAsync(page, screen, language, View.Wide)];
        var phone = new View(language, View.Narrow);
        await page.SetViewportSizeAsync(phone.Width, phone.Height);
        wrong.AddRange((await LookAsync(page, screen, language, View.Narrow)).Select(fault => "narrow: " + fault));
        var desk = new View(language);
        await page.SetViewportSizeAsync(desk.Width, desk.Height);
        return wrong;
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, Screen screen, string language, int width)
    {
        List<string> wrong = [.. await Inspection.ShapeAsync(page, language)];
        // What axe looks for is the same in every language but for lengths: English where it is wide, and German, the longest, where it is narrow.
        if ((language, width) is ("en", View.Wide)) wrong.AddRange(await Inspection.AccessibilityAsync(page));
        if ((language, width) is ("de", View.Narrow)) wrong.AddRange(await Inspection.AllButColoursAsync(page));
        await TakePictureAsync(page, $"{screen.Name}-{language}-{width}-light");
        // Colours are the same in every language and width.
        if ((language, width) is not ("en", View.Wide) && Pictures is null) return wrong;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        wrong.AddRange((await Inspection.ColoursAsync(page)).Select(fault => "dark: " + fault));
        await TakePictureAsync(page, $"{screen.Name}-{language}-{width}-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return wrong;
    }

    private static async Task TakePictureAsync(IPage page, string name)
    {
        if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
    }

    private static IEnumerable<string> Missing(IServiceProvider services, List<string> seen) =>
        services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(page => page.AttributeRouteInfo!.Template!)
            .Where(route => !Screens.NeverSeen.Contains(route) && !route.StartsWith(Screens.ForDevelopers, StringComparison.Ordinal))
            .Where(route => !seen.Any(path => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, [])))
            .Select(route => $"The walk never sees /{route}.");

    [GeneratedRegex("^/guest/[0-9a-f-]{36}")]
    private static partial Regex WithoutPass();
}
