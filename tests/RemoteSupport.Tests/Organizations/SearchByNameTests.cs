namespace RemoteSupport.Tests.Organizations;

/// <summary>Organizations are found by any part of their name, however it is typed (RA-1).</summary>
[Trait("Behaviour", "RA-1")]
public sealed class SearchByNameTests
{
    [Theory]
    [InlineData("Backhaus Grünewald GmbH", "backhaus")]
    [InlineData("Backhaus Grünewald GmbH", "Grün")]
    [InlineData("Backhaus Grünewald GmbH", "haus")]
    [InlineData("Backhaus Grünewald GmbH", "newal")]
    [InlineData("Backhaus Grünewald GmbH", "haus grü")]
    [InlineData("Backhaus Grünewald GmbH", "b")]
    [InlineData("Backhaus Grünewald GmbH", "mb")]
    [InlineData("Caffè Nerò", "CAFFE nero")]
    [InlineData("Caffe Nero", "caffè nerò")]
    [InlineData("Straßenbau Weiß", "strassenbau weiss")]
    [InlineData("Strassenbau Weiss", "STRAẞENBAU WEIß")]
    [InlineData("Peña Muñoz", "pena munoz")]
    [InlineData("Pena Munoz", "PEÑA MUÑOZ")]
    [InlineData("Müller", "muller")]
    [InlineData("Muller", "Mu\u0308ller")]
    [InlineData("Smørrebrød Æblegård", "smorrebrod aeblegard")]
    [InlineData("L'Officina d'Angelo & C. S.n.c.", "officina d'angelo")]
    [InlineData("L’Officina d’Angelo", "l'officina")]
    [InlineData("Alfa-Romeo (Roma)", "alfa romeo roma")]
    [InlineData("Жёлтый Дом", "ЖЕЛТЫЙ")]
    [InlineData("بيت الخبز", "الخبز")]
    [InlineData("Pizza 🍕 Express", "🍕")]
    [InlineData("Ｆｕｌｌ Width", "full")]
    [InlineData("100% Bio", "100%")]
    [InlineData("100% Bio", "%100")]
    [InlineData("Snake_Case", "snake_case")]
    [InlineData("Back\\Slash", "back\\slash")]
    public async Task A_part_of_the_name_is_enough_whatever_its_case_and_accents(string name, string query)
    {
        var customers = await Customers.WithAsync(name, "Quite Another");
        Assert.Equal([name], await customers.FindAsync(query));
    }

    [Theory]
    [InlineData("lombardoni")]
    [InlineData("lobardini")]
    [InlineData("lombbardini")]
    [InlineData("lomabrdini")]
    [InlineData("ombardini")]
    [InlineData("lombardinix")]
    [InlineData("olmbardini")]
    [InlineData("Impiantj")]
    [InlineData("lombardinu impianty")]
    [InlineData("impianti lobardini")]
    public async Task One_letter_wrong_missing_extra_or_swapped_is_forgiven_in_each_word(string typed)
    {
        var customers = await Customers.WithAsync("Lombardini Impianti", "Bianchi Tessuti");
        Assert.Equal(["Lombardini Impianti"], await customers.FindAsync(typed));
    }

    [Fact]
    public async Task A_word_that_is_known_is_corrected_only_when_it_fits_nothing_together_with_the_others()
    {
        var customers = await Customers.WithAsync("Rosi Anna", "Rossi Bianca");
        Assert.Equal(["Rosi Anna"], await customers.FindAsync("rosi"));
        Assert.Equal(["Rossi Bianca"], await customers.FindAsync("rosi bianca"));
    }

    [Theory]
    [InlineData("rombardoni")]
    [InlineData("x")]
    [InlineData("rossi")]
    [InlineData("lombardini rossi")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("'; drop table organizations; --")]
    [InlineData("🍕")]
    [InlineData("‏")]
    [InlineData("\U0010FFFF")]
    [InlineData("x\U0010FFFF")]
    [InlineData(".*")]
    [InlineData("(lom|x)")]
    public async Task What_fits_nothing_finds_nothing(string query) => Assert.Empty(await (await Customers.WithAsync("Tessuti Vallombrosa")).FindAsync(query));

    [Fact]
    public async Task What_is_longer_than_any_name_finds_nothing()
    {
        var customers = await Customers.WithAsync(new string('a', 200));
        Assert.Empty(await customers.FindAsync(new string('a', 10_000)));
        Assert.Empty(await customers.FindAsync(string.Join(' ', Enumerable.Repeat("b", 450))));
        Assert.Single(await customers.FindAsync(new string('a', 200)));
        Assert.Single(await customers.FindAsync(new string('a', 50) + "b" + new string('a', 149)));
    }

    [Theory]
    [InlineData("verdi rossi studio")]
    [InlineData("studio verdi rossi")]
    [InlineData("ros ver stu")]
    [InlineData("ossi erdi")]
    [InlineData("rossi, rossi / verdi")]
    public async Task Words_come_in_any_order(string query)
    {
        var customers = await Customers.WithAsync("Studio Rossi Verdi", "Studio Rossi", "Verdi Studio");
        Assert.Equal(["Studio Rossi Verdi"], await customers.FindAsync(query));
    }

    [Fact]
    public async Task The_best_match_comes_first()
    {
        var customers = await Customers.WithAsync("Carossi Legnami", "Studio Rossi", "Rossini Sport", "Rossi", "Rossi Auto");
        Assert.Equal(["Rossi", "Rossi Auto", "Rossini Sport", "Studio Rossi", "Carossi Legnami"], await customers.FindAsync("rossi"));
        Assert.Equal(["Rossi", "Rossi Auto", "Studio Rossi"], (await customers.FindAsync("rossy")).Order());
    }

    [Fact]
    public async Task Words_as_typed_come_before_words_in_another_order_and_parts_of_several_words_only_without_those()
    {
        var customers = await Customers.WithAsync("Neubau Kranich", "Kran Verleih Bau", "Firma Bau Kran", "Bau Kran Nord");
        Assert.Equal(["Bau Kran Nord", "Firma Bau Kran", "Kran Verleih Bau"], await customers.FindAsync("bau kran"));
        Assert.Equal(["Neubau Kranich"], await customers.FindAsync("eubau kran"));
    }

    [Fact]
    public async Task A_whole_name_finds_no_others_of_the_same_words()
    {
        var customers = await Customers.WithAsync("Studio Verdi Rossi", "Rossi Verdi Studio", "Rossi Verdi Studio Nord");
        Assert.Equal(["Rossi Verdi Studio", "Rossi Verdi Studio Nord"], await customers.FindAsync("rossi verdi studio"));
        Assert.Equal(["Rossi Verdi Studio", "Rossi Verdi Studio Nord", "Studio Verdi Rossi"], (await customers.FindAsync("verdi rossi studio")).Order());
    }

    [Fact]
    public async Task A_search_finds_twenty_at_most_and_fewer_when_asked()
    {
        var customers = await Customers.WithAsync();
        await customers.AddManyAsync(Enumerable.Range(1, 60).Select(number => $"Gamma Gamma {number}"));
        Assert.Equal(20, (await customers.FindAsync("gamma")).Distinct().Count());
        Assert.Equal(20, (await customers.FindAsync("amma")).Distinct().Count());
        Assert.Equal(20, (await customers.FindAsync("gmama")).Distinct().Count());
        var answer = (await customers.SendAsync(new() { Query = "gamma", Limit = 3 })).Value!;
        Assert.Equal((3, null), (answer.Organizations.Count, answer.Next));
    }

    [Fact]
    public async Task A_renamed_organization_is_found_by_its_new_words_only()
    {
        var customers = await Customers.WithAsync("Officine Martelli");
        var id = await customers.AddAsync("Officine Bruni");
        await customers.RenameAsync(id, "Fabbrica Bruni Nuova");
        Assert.Equal(["Officine Martelli"], await customers.FindAsync("officine"));
        Assert.Equal(["Officine Martelli"], await customers.FindAsync("ficine"));
        Assert.Equal(["Fabbrica Bruni Nuova"], await customers.FindAsync("bruni"));
        Assert.Equal(["Fabbrica Bruni Nuova"], await customers.FindAsync("uova"));
        Assert.Equal(["Fabbrica Bruni Nuova"], await customers.FindAsync("fabrica"));

        await customers.RenameAsync(id, "Altra");
        Assert.Empty(await customers.FindAsync("fabbrica"));
        Assert.Empty(await customers.FindAsync("fabrica"));
        Assert.Equal(0, await customers.Tenant.SingleAsync<long>("select count(*) from words where word in ('fabbrica', 'bruni', 'nuova')"));
        Assert.NotEqual(0, await customers.Tenant.SingleAsync<long>("select count(*) from words where word = 'officine'"));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_organization_is_never_found()
    {
        var (mine, theirs) = (await Customers.WithAsync("Rossi Srl"), await Customers.WithAsync("Bianchi Srl"));
        var id = await theirs.AddAsync("Verdi Srl", "REF-1", numbers: "+390655512345");
        foreach (var query in new[] { "bianchi", "ianch", "biamchi", "verdi", "REF-1", "ref", "0655512345", "5123", id.ToString() }) Assert.Empty(await mine.FindAsync(query));
        Assert.Equal(["Rossi Srl"], await mine.FindAsync("srl"));
        Assert.Equal(2, (await theirs.FindAsync("srl")).Count);
    }
}
