using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RemoteSupport.Tests.Architecture;

/// <summary>The house is kept in order: migrations and packages.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Migrations_are_numbered_without_gaps_and_say_what_they_bring()
    {
        var names = Directory.GetFiles(Path.Combine(Repository.Root, "migrations"), "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => name != "roles").Order(StringComparer.Ordinal).ToList();
        Assert.All(names, name => Assert.Matches("^[0-9]{4}_[a-z0-9_]+$", name));
        Assert.Equal(Enumerable.Range(1, names.Count).Select(number => number.ToString("0000", null)), names.Select(name => name[..4]));
    }

    [Fact]
    public void Every_package_with_a_version_is_used_and_every_used_one_has_a_version()
    {
        var versions = Names(Path.Combine(Repository.Root, "Directory.Packages.props"), "PackageVersion");
        var used = Repository.Files(Repository.Root, "*.csproj").Append(Path.Combine(Repository.Root, "Directory.Build.props")).SelectMany(file => Names(file, "PackageReference")).Distinct();
        Assert.Equal(versions.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_asks_the_wall_clock_or_sleeps() =>
        Assert.All(
            Repository.Files(Path.Combine(Repository.Root, "src"), "*.cs"),
            file => Assert.False(Regex.IsMatch(File.ReadAllText(file), @"\bDateTime(Offset)?\.(Utc)?Now\b|\bThread\.Sleep\b|\bGuid\.NewGuid\b"), Repository.Short(file)));

    private static IEnumerable<string> Names(string file, string element) => XDocument.Load(file).Descendants(element).Select(package => package.Attribute("Include")!.Value);
}
