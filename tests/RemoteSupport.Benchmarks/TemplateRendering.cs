using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// A tenant's own German e-mail with its own layout (subject, HTML, text) as the outbox renders it, against Handlebars.Net with the same texts in
/// its language, compiled beforehand. Handlebars writes from a finished dictionary; ours also makes the message's record into values.
/// </summary>
internal sealed partial class TemplateRendering : IBenchmark
{
    private const int Rounds = 7;
    private const int Times = 2_000;
    private static readonly SupportedLanguage German = Languages.German;
    private static readonly Recipient Anna = new("anna@bench.example", "Anna", "de", "Europe/Rome");

    private static readonly TenantInfo Tenant = new()
    {
        Id = Guid.Empty, Slug = "bench", IsSuspended = false, Name = "Bench", AccentColor = "#2457b8", SupportEmail = "help@bench.example", Country = "IT",
        DefaultLanguage = "de", Languages = ["de"], TimeZone = "Europe/Rome", ProtectsKnownDevices = false, Version = 1, LongestAccess = TimeSpan.FromDays(7), InvitationLifetime = TimeSpan.FromDays(1), HasLogo = true,
    };

    public string Name => "template-rendering";

    public Task<string> RunAsync(BenchDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Tenancy:BaseDomain"] = "bench.example" }).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddPlatform(configuration).AddFeatures().BuildServiceProvider();
        var name = new MessageName("access-requested", Channels.Email);
        var (builtIn, renderer) = (services.GetRequiredService<BuiltInTemplates>(), services.GetRequiredService<MessageRenderer>());
        var own = OwnTexts.None.With(name, "de", Changed(builtIn.Get(name, "de"))).With(MessageName.Layout, "de", Changed(builtIn.Get(MessageName.Layout, "de")));
        var message = Sample(services, name);

        RenderedMessage Ours() => renderer.Render(message, Anna, Tenant, German, own) is { Broken.Count: 0 } rendering
            ? rendering.Message : throw new InvalidOperationException("The text could not be used.");
        var theirs = Theirs(own.Find(name, "de")!, own.Find(MessageName.Layout, "de")!, Values(message));
        RequireSame(Ours(), theirs());
        return Task.FromResult(Table(Measure(() => Ours(), () => theirs())));
    }

    private static MessageTexts Changed(MessageTexts texts) => new(texts.Subject, texts.Html + "\n<!-- ours -->", texts.Text);

    private static Message Sample(ServiceProvider services, MessageName name)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<MultiTenantContextAccessor>().Enter(Tenant);
        using var _ = German.Use();
        var words = new SampleWords(scope.ServiceProvider.GetRequiredService<RecipientWords.Source>().For("Europe/Rome"), TimeProvider.System.GetUtcNow());
        return services.GetRequiredService<MessageCatalogue>().Find(name)!.Sample!(words);
    }

    private static Dictionary<string, object> Values(Message message)
    {
        var own = message.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(bool))
            .ToDictionary(property => WordStart().Replace(property.Name, "_$1").ToLowerInvariant(), property => property.GetValue(message)!);
        own["recipient_name"] = Anna.Name!;
        own["brand"] = typeof(BrandValues).GetProperties().ToDictionary(property => WordStart().Replace(property.Name, "_$1").ToLowerInvariant(), property => property.GetValue(BrandValues.Of(Tenant, German)) ?? "");
        return own;
    }

    private static Func<RenderedMessage> Theirs(MessageTexts texts, MessageTexts layout, Dictionary<string, object> values)
    {
        var (subject, html, text) = (Compiled(texts.Subject!, isHtml: false), Compiled(texts.Html!, isHtml: true), Compiled(texts.Text!, isHtml: false));
        var (htmlLayout, textLayout) = (Compiled(layout.Html!, isHtml: true), Compiled(layout.Text!, isHtml: false));
        return () =>
        {
            var inHtml = new Dictionary<string, object>(values) { ["content"] = html(values) };
            var inText = new Dictionary<string, object>(values) { ["content"] = text(values).Trim() };
            return new(subject(values), textLayout(inText), htmlLayout(inHtml));
        };
    }

    /// <summary>The same text in the language of Handlebars; its triple braces do not escape.</summary>
    private static HandlebarsTemplate<object, object> Compiled(string source, bool isHtml)
    {
        var open = new Stack<(string Block, string? Item)>();
        return Handlebars.Create().Compile(Code().Replace(source, code => Translated(code.Groups[1].Value.Split(' '), open, isHtml)));
    }

    private static string Translated(string[] words, Stack<(string Block, string? Item)> open, bool isHtml)
    {
        switch (words)
        {
            case ["if", var path, ..]:
                open.Push(("if", null));
                return $"{{{{#if {path}}}}}";
            case ["for", var item, "in", var list]:
                open.Push(("each", item));
                return $"{{{{#each {list}}}}}";
            case ["else"]: return "{{else}}";
            case ["end"]: return $"{{{{/{open.Pop().Block}}}}}";
            case [var path] when open.Any(block => block.Item == path): return isHtml ? "{{this}}" : "{{{this}}}";
            case [var path]: return isHtml && path != "content" ? $"{{{{{path}}}}}" : $"{{{{{{{path}}}}}}}";
            default: throw new InvalidOperationException($"How is {string.Join(' ', words)} said there?");
        }
    }

    private static void RequireSame(RenderedMessage ours, RenderedMessage theirs)
    {
        if (ours.Subject != theirs.Subject || ours.Text != theirs.Text || WebUtility.HtmlDecode(ours.Html) != WebUtility.HtmlDecode(theirs.Html))
            throw new InvalidOperationException($"The two do not write the same.\n{ours.Subject}\n{ours.Text}\n{ours.Html}\n---\n{theirs.Subject}\n{theirs.Text}\n{theirs.Html}");
    }

    private static (Cost Ours, Cost Theirs) Measure(Action ours, Action theirs)
    {
        CostOf(ours);
        CostOf(theirs);
        var (all, others) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            all.Add(CostOf(ours));
            others.Add(CostOf(theirs));
        }

        return (Middle(all), Middle(others));
    }

    private static Cost CostOf(Action render)
    {
        var (bytes, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (var i = 0; i < Times; i++) render();
        return new(watch.Elapsed.TotalMicroseconds / Times, (GC.GetAllocatedBytesForCurrentThread() - bytes) / Times);
    }

    private static Cost Middle(List<Cost> costs) => costs.OrderBy(cost => cost.Microseconds).ElementAt(Rounds / 2);

    private static string Table((Cost Ours, Cost Theirs) costs) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            A tenant's own e-mail in its own layout: subject, HTML and text, rendered

            |                | µs | bytes allocated |
            |----------------|---:|----------------:|
            | Handlebars.Net | {costs.Theirs.Microseconds,8:0.0} | {costs.Theirs.Bytes,8} |
            | ours           | {costs.Ours.Microseconds,8:0.0} | {costs.Ours.Bytes,8} |

            Ratio of times {costs.Ours.Microseconds / costs.Theirs.Microseconds:0.00}

            """);

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"\{\{ (.*?) \}\}")]
    private static partial Regex Code();

    private sealed record Cost(double Microseconds, long Bytes);
}
