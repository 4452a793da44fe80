using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>Every page as it looks on a desk.</summary>
public sealed class WideWalkTests() : WalkTests(View.Wide);

/// <summary>Every page as it looks on a phone.</summary>
public sealed class NarrowWalkTests() : WalkTests(View.Narrow);

/// <summary>
/// Walks through all pages, in each language, and in both themes, and asks of each: can everybody use it, does it fit, does the browser complain?
/// With SCREENSHOTS=folder each is also kept as a picture.
/// </summary>
public abstract class WalkTests(int width)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    [Theory, Trait("Behaviour", "AC-12"), InlineData("en"), InlineData("it"), InlineData("es"), InlineData("de")]
    public async Task Every_page_is_accessible_fits_and_pleases_the_browser(string language)
    {
        var stage = await Stage.SetAsync(await PortalNode.TenantAsync(), language);
        await using var person = await Person.ComeAsync(stage.Tenant, new View(language, width));
        List<string> wrong = [];
        List<string> seen = [];

        await WalkAsync(person, Screens.SignedOut);
        await person.SignInAsync(stage.Admin);
        await WalkAsync(person, Screens.SignedIn);
        await WalkAsync(person, Screens.Supporting);
        await WalkAsync(person, Screens.Reporting);
        await using var owner = await Person.ComeAsync(stage.Tenant, new View(language, width));
        await owner.SignInAsync(stage.Owner);
        await WalkAsync(owner, Screens.Owning);
        var (path, cookie, token) = await stage.EnterAsync(await person.CookieAsync("__Host-session"));
        await person.MoveIntoAsync(path, cookie, token);
        await WalkAsync(person, Screens.Inside);

        wrong.AddRange(person.Complaints.Concat(owner.Complaints));
        wrong.AddRange(Missing(stage.Tenant.Node.Services, seen));
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));

        async Task WalkAsync(Person walker, IReadOnlyList<Screen> screens)
        {
            foreach (var screen in screens)
            {
                await screen.OpenAsync(walker, stage);
                seen.Add(walker.Path);
                wrong.AddRange((await LookAsync(walker.Page, screen, language)).Select(fault => $"{screen.Name}: {fault}"));
            }
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(IPage page, Screen screen, string language)
    {
        List<string> wrong = [.. await Inspection.ShapeAsync(page, language)];
        // What axe looks for is the same in every language but for lengths: English where it is wide, and German, the longest, where it is narrow.
        if ((language, width) is ("en", View.Wide) or ("de", View.Narrow)) wrong.AddRange(await Inspection.AccessibilityAsync(page));
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
}
