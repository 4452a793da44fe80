using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Audit;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Architecture;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Audit;

/// <summary>Whatever the trail can hold has words in every language; what is missing is named.</summary>
[Trait("Behaviour", "RA-14")]
public sealed partial class AuditLabelTests
{
    private static readonly string Code = string.Join('\n', Repository.Files(Path.Combine(Repository.Root, "src"), "*.cs").Select(File.ReadAllText));

    public static TheoryData<string> EveryLanguage => [.. Languages.All.Select(language => language.Code)];

    [Theory, MemberData(nameof(EveryLanguage))]
    public Task Every_command_and_every_page_visit_has_words(string language) =>
        InAsync(language, words => AssertNone(Written().Where(action => words.Action(action) == action)));

    [Theory, MemberData(nameof(EveryLanguage))]
    public Task Every_field_has_words(string language) => InAsync(language, words => AssertNone(Fields().Where(field => words.Field(field) == field)));

    [Theory, MemberData(nameof(EveryLanguage))]
    public Task Every_kind_of_target_has_words(string language) => InAsync(language, words =>
        AssertNone(KindOfTarget().Matches(Code).Select(match => match.Groups[1].Value).Distinct()
            .Where(kind => words.Target(Entry() with { Target = new AuditTarget(kind, null, null) }) == kind)));

    [Theory, MemberData(nameof(EveryLanguage))]
    public Task Every_value_that_is_one_of_few_has_words(string language) => InAsync(language, words =>
        AssertNone(Values().Where(pair => words.Value(pair.Field, JsonSerializer.SerializeToElement(pair.Value)) == pair.Value)));

    [Fact]
    public Task Values_read_as_a_person_would_say_them() => InAsync("it", words =>
    {
        Assert.Equal("nulla", words.Value("name", JsonSerializer.SerializeToElement<string?>(null)));
        Assert.Equal("Sì", words.Value("tellsOwner", JsonSerializer.SerializeToElement(true)));
        Assert.Equal("Deutsch", words.Value("language", JsonSerializer.SerializeToElement("de")));
        Assert.Equal("4 ore", words.Value("duration", JsonSerializer.SerializeToElement("PT4H")));
        Assert.Equal("10 mar 2026, 10:00 (Europe/Rome)", words.Value("expiresAt", JsonSerializer.SerializeToElement(TestClock.Start)));
        Assert.Equal("+390612345, +390698765", words.Value("numbers", JsonSerializer.SerializeToElement(new[] { "+390612345", "+390698765" })));
        Assert.Equal("pending", words.Value("note", JsonSerializer.SerializeToElement("pending")));
    });

    [Fact]
    public Task Who_did_it_is_said_also_where_nobody_was_signed_in() => InAsync("en", words =>
    {
        var (entry, somebody) = (Entry(), new AuditActor(Guid.Empty, "Ada", "admin", null, null));
        Assert.Equal("Ada", words.Actor(entry with { Actor = somebody }));
        Assert.Equal("Remote Support – Ada", words.Actor(entry with { Actor = somebody with { ActingAs = "owner" } }));
        Assert.Equal("a former user", words.Actor(entry with { Actor = somebody with { Name = null } }));
        Assert.Equal("Operator", words.Actor(entry with { Actor = somebody with { Id = null, Name = null, Role = "operator" } }));
        Assert.Equal("Somebody not signed in", words.Actor(entry with { Ip = System.Net.IPAddress.Loopback }));
        Assert.Equal("By itself, when the time was over", words.Actor(entry));
    });

    /// <summary>Every name under which an entry can be written: of commands, of queries that show personal data, and those that stand in the sources.</summary>
    private static IEnumerable<string> Written() =>
        typeof(Node).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (typeof(ICommand).IsAssignableFrom(type) || type.GetCustomAttribute<PersonalDataAttribute>() is not null))
            .Select(type => type.Name)
            .Where(name => name != "CheckPassword")
            .Concat(OwnName().Matches(Code).Select(match => match.Groups[1].Value))
            .Distinct();

    private static IEnumerable<string> Fields() =>
        NameOfField().Matches(Code).Select(match => match.Groups[1].Value)
            .Concat(["name", "accentColor", "supportEmail", "country", "defaultLanguage", "languages", "timeZone", "senderName", "footers", "imprintUrl", "privacyUrl", "logo", "icon", "domain", "primaryDomain", "customerReference", "language", "status"])
            .Distinct();

    /// <summary>Taken from the checks of the tables: what else could a column hold?</summary>
    private static IEnumerable<(string Field, string Value)> Values() =>
        from pair in new[] { ("role", "accounts"), ("status", "accounts"), ("managed_by", "organizations"), ("status", "organizations"), ("state", "access_requests"), ("state", "problem_reports"), ("role", "remote_logins") }
        let table = Regex.Match(Migrations, $@"create table {pair.Item2} \((.*?)^\);", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value
        from Match list in Regex.Matches(table, $@"\b{pair.Item1} in \(([^)]*)\)")
        from Match value in Regex.Matches(list.Groups[1].Value, "'([a-z_]+)'")
        select (pair.Item1 == "managed_by" ? "managedBy" : pair.Item1, value.Groups[1].Value);

    private static string Migrations => string.Join('\n', Repository.Files(Path.Combine(Repository.Root, "migrations"), "*.sql").Select(File.ReadAllText));

    private static void AssertNone<T>(IEnumerable<T> missing) => Assert.Equal([], missing);

    private static AuditEvent Entry() => new(Guid.Empty, TestClock.Start, "SignIn", new AuditActor(null, null, null, null, null), null, null, null, null);

    private static async Task InAsync(string language, Action<AuditWords> look)
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(services =>
        {
            using (Languages.Find(language)!.Use()) look(services.GetRequiredService<AuditWords>());
            return Task.CompletedTask;
        });
    }

    [GeneratedRegex(@"audit\.Changed\(""(\w+)""")]
    private static partial Regex NameOfField();

    [GeneratedRegex(@"(?:audit\.WriteAsync|OwnEntry|[?:] new)\(""([A-Z]\w+)""")]
    private static partial Regex OwnName();

    [GeneratedRegex(@"audit\.Target\(""(\w+)""")]
    private static partial Regex KindOfTarget();
}
