using System.Reflection;
using System.Text.RegularExpressions;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Tests.Architecture;

/// <summary>Who may know whom: a slice knows the platform, itself, Shared, and of another slice its public records.</summary>
public sealed partial class SliceTests
{
    private const string Namespace = "RemoteSupport.Features.";

    /// <summary>Puts the slices' commands together, as Node puts together the rest.</summary>
    private const string Composition = "src/RemoteSupport/Features/Operations/CommandLine.cs";

    /// <summary>Tables that belong to the platform; every slice may name them.</summary>
    private static readonly string[] PlatformTables =
    [
        "tenants", "tenant_domains", "tenant_settings", "brand_images", "accounts", "sessions", "account_links", "audit_events", "audit_details",
        "messages", "message_attempts", "delivery_settings", "sms_usage", "live_events", "data_protection_keys", "migrations",
    ];

    [Fact]
    public void The_platform_knows_no_feature()
    {
        Assert.DoesNotContain(typeof(Db).Assembly.GetReferencedAssemblies(), assembly => assembly.Name == "RemoteSupport");
        Assert.All(Repository.Files(Repository.Platform, "*.cs"), file => Assert.DoesNotContain(Namespace, Code(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_slice_knows_of_another_only_its_public_records()
    {
        var secrets = SecretsBySlice();
        Assert.NotEmpty(secrets);
        var trespasses =
            from file in Repository.Files(Repository.Features, "*.cs").Concat(Repository.Files(Repository.Features, "*.cshtml"))
            let here = Repository.SliceOf(file)
            where Repository.Short(file) != Composition
            let code = Code(file)
            from slice in secrets
            where slice.Key != here
            from secret in slice
            where Names(code, slice.Key, secret)
            select $"{Repository.Short(file)} uses {slice.Key}'s {secret}";
        Assert.Empty(trespasses);
    }

    [Fact]
    public void No_slice_makes_a_handler_by_itself() =>
        Assert.All(Repository.Files(Repository.Features, "*.cs"), file => Assert.DoesNotMatch(@"\bnew\s+[\w.]*Handler\s*\(", Code(file)));

    [Fact]
    public void A_table_belongs_to_one_slice()
    {
        var uses =
            from file in Repository.Files(Repository.Features, "*.cs")
            from Match match in TableName().Matches(Code(file))
            let table = match.Groups[1].Value
            where Tables().Contains(table) && !PlatformTables.Contains(table)
            group Repository.SliceOf(file) by table;
        Assert.All(uses, table => Assert.True(table.Distinct().Count() == 1, $"{table.Key} is used by {string.Join(", ", table.Distinct())}"));
    }

    [Fact]
    public void Every_table_of_the_platforms_list_exists() => Assert.Empty(PlatformTables.Except([.. Tables(), "migrations"]));

    [Fact, Trait("Behaviour", "TN-2")]
    public void No_query_of_a_slice_names_the_tenant_the_fence_does()
    {
        // A conflict's target has to name the whole key; making tenants happens outside the fence.
        var lines =
            from file in Repository.Files(Repository.Features, "*.cs")
            where Repository.SliceOf(file) != "Tenants"
            from line in Code(file).Split('\n')
            where line.Contains("tenant_id", StringComparison.Ordinal) && !line.Contains("on conflict (tenant_id", StringComparison.Ordinal)
            select $"{Repository.Short(file)}: {line.Trim()}";
        Assert.Empty(lines);
    }

    private static ILookup<string, string> SecretsBySlice() =>
        typeof(Node).Assembly.GetTypes()
            .Where(type => type.DeclaringType is null && type.Namespace?.StartsWith(Namespace, StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => !IsPublicRecord(type))
            .ToLookup(type => type.Namespace![Namespace.Length..].Split('.')[0], type => type.Name.Split('`')[0])
            .Where(slice => slice.Key != "Shared")
            .SelectMany(slice => slice, (slice, name) => (slice.Key, name)).ToLookup(pair => pair.Key, pair => pair.name);

    private static bool IsPublicRecord(Type type) =>
        type.IsPublic && (type.IsEnum || type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null));

    /// <summary>Under a using of the slice, or with the slice's name before it.</summary>
    private static bool Names(string code, string slice, string type) =>
        Regex.IsMatch(code, $@"\b{slice}\.{type}\b") || (Regex.IsMatch(code, $@"using {Regex.Escape(Namespace)}{slice}\b") && Regex.IsMatch(code, $@"\b{type}\b"));

    private static HashSet<string> Tables() =>
        [.. Repository.Files(Path.Combine(Repository.Root, "migrations"), "*.sql").SelectMany(file => CreatedTable().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)];

    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"\b(?:from|join|into|update)\s+(?:public\.)?([a-z_]+)")]
    private static partial Regex TableName();

    [GeneratedRegex(@"^create table (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreatedTable();

    [GeneratedRegex(@"(?<=^|\s)//[^\n]*|@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
